package com.huixiang.agenda;

import com.huixiang.kernel.Uuid7;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** FRONT DOOR: appointments that survive a restart. They are made, and unmade, with the transaction of the caller. */
@Service
public class Agenda {

    /** Between a key and the mark of an appointment made while the one before it was being kept. */
    static final String ANOTHER = "~";

    private final JdbcClient sql;
    private final Clock clock;

    Agenda(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * The duty is called with this key at this time, or at once when the time has passed. There is one appointment for
     * each key: an earlier one is moved. One that is being kept right now is left alone and followed by another.
     */
    @Transactional
    public void remind(String duty, String key, Instant at) {
        sql.sql("""
                with moved as (
                    insert into agenda.appointment as a (task_name, task_instance, execution_time, picked, version)
                    values (:duty, :key, :at, false, 1)
                    on conflict (task_name, task_instance) do update
                       set execution_time = excluded.execution_time, version = a.version + 1, consecutive_failures = null
                     where not a.picked
                    returning a.task_instance)
                insert into agenda.appointment (task_name, task_instance, execution_time, picked, version)
                select :duty, :another, :at, false, 1
                 where not exists (select from moved)""")
                .param("duty", duty)
                .param("key", key)
                .param("another", key + ANOTHER + Uuid7.next(clock))
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    /** There is no appointment any more. One that is being kept right now goes on. */
    @Transactional
    public void forget(String duty, String key) {
        sql.sql("""
                delete from agenda.appointment
                 where task_name = :duty and not picked
                   and (task_instance = :key or starts_with(task_instance, :others))""")
                .param("duty", duty)
                .param("key", key)
                .param("others", key + ANOTHER)
                .update();
    }

    static String keyOf(String appointment) {
        int mark = appointment.indexOf(ANOTHER);
        return mark < 0 ? appointment : appointment.substring(0, mark);
    }
}
