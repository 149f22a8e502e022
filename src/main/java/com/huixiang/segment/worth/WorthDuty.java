package com.huixiang.segment.worth;

import com.huixiang.agenda.Agenda;
import com.huixiang.agenda.Duty;
import com.huixiang.segment.goods.Goods;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Each night, and soon after many orders have come at once, the model is fitted anew and goods that go together are counted. */
@Component
class WorthDuty implements Duty {

    static final String NAME = "segment.worth";
    static final String SOON = "soon";

    private static final String NIGHT = "night";
    private static final LocalTime QUIET = LocalTime.of(3, 40);
    private static final ZoneId HOUSE = ZoneId.of("Asia/Shanghai");

    private final ObjectProvider<Worths> worths;
    private final ObjectProvider<Goods> goods;
    private final Agenda agenda;
    private final Clock clock;

    WorthDuty(ObjectProvider<Worths> worths, ObjectProvider<Goods> goods, Agenda agenda, Clock clock) {
        this.worths = worths;
        this.goods = goods;
        this.agenda = agenda;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void onceANight() {
        agenda.forget(NAME, NIGHT);
        agenda.remind(NAME, NIGHT, tonight());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void fulfil(String when) {
        worths.getObject().fit();
        goods.getObject().count();
        if (when.equals(NIGHT)) {
            agenda.remind(NAME, NIGHT, tonight());
        }
    }

    private Instant tonight() {
        ZonedDateTime now = clock.instant().atZone(HOUSE);
        ZonedDateTime tonight = now.with(QUIET);
        return (tonight.isAfter(now) ? tonight : tonight.plusDays(1)).toInstant();
    }
}
