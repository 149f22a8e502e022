-- What we promised a customer to do by a time: call him back, answer what he left. Each has an owner as soon as somebody
-- holds its conversation. Whose it is (customer, group, store) is read from the conversation.
create schema if not exists task;

create table task.task (
    id              uuid primary key,
    kind            text        not null check (kind in ('CALL_BACK', 'LEFT_MESSAGE')),
    conversation_id uuid        not null,
    contact         text,
    text            text        not null,
    created_at      timestamptz not null,
    promised_at     timestamptz not null,               -- what the customer was told
    due_at          timestamptz not null,
    owner_id        uuid,
    came_up_at      timestamptz,                        -- its owner was reminded
    overdue_at      timestamptz,                        -- it was not done in time
    state           text        not null default 'OPEN' check (state in ('OPEN', 'DONE')),
    outcome         text,
    note            text,
    done_by         text,
    done_at         timestamptz
);
create unique index task_one_of_a_kind on task.task (conversation_id, kind) where state = 'OPEN';
create index task_open on task.task (due_at) where state = 'OPEN';
create index task_owner on task.task (owner_id, due_at) where state = 'OPEN';
create index task_done on task.task (done_at desc) where state = 'DONE';

-- Standards: how much open time we give ourselves, and how long before the end the owner is reminded.
create table task.standard (
    kind           text    primary key,
    seconds        integer not null check (seconds between 60 and 604800),
    reminder_secs  integer not null check (reminder_secs between 0 and 86400)
);
insert into task.standard values ('CALL_BACK', 1800, 300), ('LEFT_MESSAGE', 3600, 600);
