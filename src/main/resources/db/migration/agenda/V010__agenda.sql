-- Appointments: who is to be called with which key at what time. The columns are those db-scheduler asks for; task_name is
-- the duty, task_instance the key.
create schema if not exists agenda;

create table agenda.appointment (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    state                text,
    primary key (task_name, task_instance)
);
create index appointment_due on agenda.appointment (execution_time);
create index appointment_kept on agenda.appointment (last_heartbeat) where picked;
