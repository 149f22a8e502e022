-- The one record. A conversation in state QUEUED is the waiting queue, one in state RECEPTION is the front desk's to-do.
create schema if not exists conversation;

create table conversation.conversation (
    id             uuid primary key,
    customer_id    uuid        not null,
    channel_id     text        not null,               -- the channel account the conversation came in through,
    channel_kind   text        not null,               -- and how it was called then
    channel_name   text        not null,
    entry          jsonb,                              -- page and goods the customer came from
    state          text        not null check (state in ('RECEPTION', 'QUEUED', 'HELD', 'CLOSED')),
    urgency        text        not null default 'NORMAL' check (urgency in ('NORMAL', 'HIGH_VALUE', 'URGENT')),
    issue          text        not null default 'other',
    group_id       uuid,                               -- the skill group asked to answer
    agent_id       uuid,                               -- who holds it; set exactly while HELD
    weight         integer     not null default 1,     -- share of an agent's capacity
    last_seq       integer     not null default 0,
    last_shown_seq integer     not null default 0,     -- the last entry the customer may see
    last_at        timestamptz not null,
    last_by        text        not null,
    last_preview   text        not null,
    waiting_since  timestamptz,                        -- the customer's first unanswered word
    queued_at      timestamptz,
    first_reply_at timestamptz,
    opened_at      timestamptz not null,
    closed_at      timestamptz,
    check ((state = 'HELD') = (agent_id is not null)),
    check ((state = 'CLOSED') = (closed_at is not null))
);
-- E-02: one open conversation per customer, on whatever touchpoint he writes.
create unique index conversation_open on conversation.conversation (customer_id) where state <> 'CLOSED';
create index conversation_customer on conversation.conversation (customer_id, opened_at desc);
create index conversation_queue on conversation.conversation (group_id, queued_at) where state = 'QUEUED';
create index conversation_held on conversation.conversation (agent_id) where state = 'HELD';
create index conversation_reception on conversation.conversation (last_at) where state = 'RECEPTION';
create index conversation_closed on conversation.conversation (closed_at desc) where state = 'CLOSED';

-- Entries are only ever added. Partitioned by month; the partitions are made ahead of time by the application.
-- (conversation_id, seq) and (conversation_id, client_id) are unique because every writer holds the conversation's row lock.
create table conversation.message (
    conversation_id uuid        not null,
    seq             integer     not null,
    sent_at         timestamptz not null,
    client_id       uuid,
    author          text        not null check (author in ('CUSTOMER', 'AGENT', 'BOT', 'SYSTEM')),
    author_id       uuid,
    author_name     text,
    kind            text        not null check (kind in ('TEXT', 'PICTURE', 'FILE', 'CARD', 'NOTE', 'SYSTEM', 'RECALL')),
    body            jsonb       not null,
    reply_to        integer,
    recalled_at     timestamptz,
    primary key (conversation_id, seq, sent_at)
) partition by range (sent_at);
create table conversation.message_default partition of conversation.message default;

-- Makes the partition of one month, once. A month whose messages already lie in the default partition stays there.
create function conversation.make_month(first date) returns void language plpgsql as $$
declare
    name text := 'message_' || to_char(first, 'YYYY_MM');
begin
    perform pg_advisory_xact_lock(hashtext('conversation.make_month'));
    if to_regclass('conversation.' || name) is null
       and not exists (select from conversation.message_default
                        where sent_at >= first and sent_at < first + interval '1 month') then
        execute format('create table conversation.%I partition of conversation.message for values from (%L) to (%L)',
                       name, first::timestamp at time zone 'UTC',
                       (first + interval '1 month')::timestamp at time zone 'UTC');
    end if;
end $$;

create index message_client on conversation.message (conversation_id, client_id) where client_id is not null;

-- Who held the conversation, from when to when. The partial index is the last word: nobody shares a conversation.
create table conversation.assignment (
    conversation_id uuid        not null references conversation.conversation,
    agent_id        uuid        not null,
    began_at        timestamptz not null,
    ended_at        timestamptz,
    how             text        not null,              -- routed, taken, transferred, opened
    why_ended       text                               -- transferred, silent, offline, closed, merged
);
create unique index assignment_one_at_a_time on conversation.assignment (conversation_id) where ended_at is null;
create index assignment_history on conversation.assignment (conversation_id, began_at);
create index assignment_agent on conversation.assignment (agent_id, began_at desc);

create table conversation.participant (
    conversation_id uuid        not null references conversation.conversation,
    agent_id        uuid        not null,
    invited_by      uuid        not null,
    at              timestamptz not null,
    primary key (conversation_id, agent_id)
);
create index participant_agent on conversation.participant (agent_id);

-- How far each side has received and read. reader is 'customer' or a member id. Written outside the message path.
create table conversation.reading (
    conversation_id uuid        not null references conversation.conversation,
    reader          text        not null,
    delivered_seq   integer     not null default 0,
    read_seq        integer     not null default 0,
    at              timestamptz not null,
    primary key (conversation_id, reader)
);

create table conversation.category (
    id        uuid primary key,
    parent_id uuid references conversation.category,
    name      text    not null,
    ordinal   integer not null default 0
);

create table conversation.closure (
    conversation_id uuid primary key references conversation.conversation,
    by_id           uuid,
    by_name         text        not null,
    category_id     uuid references conversation.category,
    summary         text        not null,
    reason          text        not null,              -- agent, customer, merged
    at              timestamptz not null
);

-- T-08: the customer does not want to wait and leaves his word.
create table conversation.left_message (
    conversation_id uuid primary key references conversation.conversation,
    contact         text,
    at              timestamptz not null
);

create table conversation.attachment (
    id          uuid primary key,
    owner       text        not null,                  -- 'customer:<id>' or 'staff:<id>'
    name        text        not null,
    type        text        not null,
    size        integer     not null,
    width       integer,
    height      integer,
    content     bytea       not null,
    uploaded_at timestamptz not null
);
alter table conversation.attachment alter column content set storage external;
