-- Who gets what: the matrix, the numbers that relax it, and the customers who have an agent of their own.
create schema if not exists routing;

-- T-03: issue type × urgency × customer value → skill group. Null means "any"; the most exact row wins.
create table routing.matrix_row (
    id        uuid primary key,
    issue     text,
    urgency   text check (urgency in ('NORMAL', 'HIGH_VALUE', 'URGENT')),
    value     text check (value in ('ORDINARY', 'VALUED', 'HIGH')),
    group_id  uuid    not null,
    min_level integer not null default 1 check (min_level between 1 and 5)
);
create unique index matrix_cell on routing.matrix_row (issue, urgency, value) nulls not distinct;

-- T-06: the customer's own agent and the deputy.
create table routing.binding (
    customer_id uuid primary key,
    agent_id    uuid        not null,
    deputy_id   uuid,
    by_id       uuid,
    at          timestamptz not null
);
create index binding_agent on routing.binding (agent_id);

create table routing.standard (
    id                    integer primary key check (id = 1),
    dedicated_wait_secs   integer not null default 30 check (dedicated_wait_secs >= 0),   -- how long a present but full dedicated agent is waited for
    relax_level_secs      integer not null default 30 check (relax_level_secs >= 0),      -- after this wait one skill level less will do, and so on
    overflow_secs         integer not null default 90 check (overflow_secs >= 0),         -- after this wait the overflow group helps
    silence_secs          integer not null default 180 check (silence_secs > 0)           -- an unanswered customer is taken from a silent agent
);
insert into routing.standard (id) values (1);

-- The groups the matrix gave an open conversation to. Any other group was chosen by people, and the matrix leaves it alone.
create table routing.target (
    conversation_id uuid not null,
    group_id        uuid not null,
    primary key (conversation_id, group_id)
);

-- How fast a group's queue moves: seats given in each ten seconds. The estimate of the waiting time is made of it (T-08).
create table routing.rhythm (
    group_id uuid        not null,
    at       timestamptz not null,
    seats    integer     not null,
    primary key (group_id, at)
);
