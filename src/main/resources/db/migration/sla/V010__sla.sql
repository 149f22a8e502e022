-- What we promise in seconds, the clocks that run against it, and what became of them.
create schema if not exists sla;

-- S-01 … S-05: the standards as a whole, one row for each version. A clock keeps the version it started with.
create table sla.standards (
    version    integer primary key,
    at         timestamptz not null,
    by_id      uuid,
    by_name    text        not null,
    items      jsonb       not null,                   -- [{channel, kind, seconds, warnShare, rule}]
    escalation jsonb       not null,                   -- [{afterSeconds, to}], counted from the breach
    windows    jsonb       not null                    -- how the platform figures are counted (G-02)
);
insert into sla.standards values (1, '2026-01-01T00:00:00Z', null, '系统',
    '[{"channel": "*", "kind": "first", "seconds": 120, "warnShare": 0.6, "rule": "S-01"},
      {"channel": "*", "kind": "next", "seconds": 120, "warnShare": 0.6, "rule": "S-01"},
      {"channel": "phone", "kind": "pickup", "seconds": 15, "warnShare": 0.6, "rule": "S-02"},
      {"channel": "store", "kind": "store", "seconds": 180, "warnShare": 0.6, "rule": "S-03"},
      {"channel": "*", "kind": "urgent", "seconds": 600, "warnShare": 0.6, "rule": "T-04"},
      {"channel": "*", "kind": "complaint", "seconds": 900, "warnShare": 0.6, "rule": "T-05"}]',
    '[{"afterSeconds": 0, "to": "agent"}, {"afterSeconds": 60, "to": "lead"}, {"afterSeconds": 180, "to": "all-leads"}]',
    '{"replyRate": {"from": "08:00", "to": "23:00", "days": 30, "minutes": [3, 5], "capSeconds": 600},
      "averageWaitSeconds": 30}');

-- One row for each time a customer waits. What ran out is the row's own business: next_at says when it has to be looked at.
create table sla.clock (
    id              uuid primary key,
    conversation_id uuid        not null,
    line            text        not null check (line in ('ANSWER', 'URGENT', 'COMPLAINT')),
    kind            text        not null check (kind in ('FIRST', 'NEXT', 'PICKUP', 'STORE', 'URGENT', 'COMPLAINT')),
    started_at      timestamptz not null,
    version         integer     not null references sla.standards,
    standard_secs   integer     not null,
    place           text        not null,              -- whose hours: HOUSE, GROUP, STORE
    place_id        uuid,
    warn_at         timestamptz not null,
    due_at          timestamptz not null,
    step            integer     not null default 0,    -- 0 running, 1 warned, 2 breached, then one for each escalation
    next_at         timestamptz,                       -- null: nothing more happens by itself
    stopped_at      timestamptz,
    why             text check (why in ('answered', 'closed', 'settled')),
    asked_at        timestamptz,                       -- the customer's first word of this turn; null while only a button was pressed
    answered_by     uuid,
    group_id        uuid,
    channel_id      text        not null,
    channel_kind    text        not null,
    unique (conversation_id, line, started_at)
);
create index clock_next on sla.clock (next_at) where stopped_at is null and next_at is not null;
create index clock_running on sla.clock (conversation_id) where stopped_at is null;

create table sla.breach (
    clock_id        uuid primary key references sla.clock,
    conversation_id uuid        not null,
    kind            text        not null,
    rule            text        not null,
    standard_secs   integer     not null,
    due_at          timestamptz not null,
    at              timestamptz not null,              -- when it was noticed
    agent_id        uuid,                              -- who held it; null: it was in the queue
    group_id        uuid,
    channel_id      text        not null,
    agent_load      integer,                           -- how much the agent held, of how much he can
    agent_capacity  integer,
    agent_state     text,
    queued          integer     not null,              -- how many waited in the same group
    agents_online   integer     not null,              -- and who was there to take them
    reason          text        not null               -- in-queue, nobody-there, agent-away, agent-full, agent-late
);
create index breach_due on sla.breach (due_at desc, clock_id);

create table sla.warning (
    id              uuid primary key,
    at              timestamptz not null,
    kind            text        not null,              -- near-breach, breach, urgent-unanswered, complaint, call-back-due
    level           integer     not null check (level between 1 and 3),
    clock_id        uuid references sla.clock,
    conversation_id uuid,
    customer_id     uuid        not null,
    agent_id        uuid,
    group_id        uuid,
    store_id        uuid,
    rung            integer     not null default 1,    -- how often it was told
    handled_by      uuid,
    handled_at      timestamptz,                       -- without a name: it settled itself
    note            text,
    unique (clock_id, kind)
);
create index warning_feed on sla.warning (at desc, id);
create index warning_open on sla.warning (conversation_id) where handled_at is null;

-- Figures, written as things happen: one row for each agent, group, channel and hour. Null means nobody.
create table sla.rollup (
    hour        timestamptz not null,
    agent_id    uuid,
    group_id    uuid,
    channel_id  text        not null,
    received    integer     not null default 0,        -- conversations he was given
    closed      integer     not null default 0,
    waits       integer     not null default 0,        -- customers who came out of the queue,
    wait_ms     bigint      not null default 0,        -- and how long they had waited, in open time (S-04)
    firsts      integer     not null default 0,        -- first answers,
    firsts_in   integer     not null default 0,        -- those in time
    turns       integer     not null default 0,        -- questions that a human answered (G-02),
    response_ms bigint      not null default 0,        -- after how long,
    capped_ms   bigint      not null default 0,        -- the same with the cap,
    within_1    integer     not null default 0,        -- and how many within so many minutes
    within_2    integer     not null default 0,
    within_3    integer     not null default 0,
    within_4    integer     not null default 0,
    within_5    integer     not null default 0,
    within_6    integer     not null default 0,
    within_7    integer     not null default 0,
    within_8    integer     not null default 0,
    within_9    integer     not null default 0,
    within_10   integer     not null default 0,
    breaches    integer     not null default 0,
    unique nulls not distinct (hour, agent_id, group_id, channel_id)
);

-- What the figures have counted already, so that nothing is counted twice. Only what may still be looked at again is kept.
create table sla.counted (
    what            text        not null check (what in ('assigned', 'closed')),
    conversation_id uuid        not null,
    at              timestamptz not null,
    primary key (what, conversation_id, at)
);
create index counted_at on sla.counted (at);

-- Up to when everything has been seen. After a longer absence the record is read again from there.
create table sla.seen (
    id integer primary key check (id = 1),
    at timestamptz not null
);
