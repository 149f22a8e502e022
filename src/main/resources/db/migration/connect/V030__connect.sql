-- What other systems connect with: keys for messages in, webhooks for messages out, and each delivery.
create schema if not exists connect;

create table connect.api_key (
    id            uuid primary key,
    account       text        not null,                -- the channel account its messages come in through
    name          text        not null,
    prefix        text        not null unique,         -- named in each request; not secret
    locked_secret bytea       not null,                -- signs each request; shown once, locked with the installation's key
    per_minute    integer     not null default 600,    -- standard: requests this key may make in a minute
    created_at    timestamptz not null,
    last_used_at  timestamptz,
    revoked_at    timestamptz
);
create index api_key_account on connect.api_key (account);

-- What came in under the sender's own id: sent again, it is answered as it was then.
create table connect.received (
    account         text        not null,
    message_id      text        not null,
    conversation_id uuid        not null,
    seq             integer     not null,
    at              timestamptz not null,
    primary key (account, message_id)
);

create table connect.webhook (
    id            uuid primary key,
    account       text        not null,
    url           text        not null,
    events        text[]      not null,
    locked_secret bytea       not null,
    active        boolean     not null default true,
    created_at    timestamptz not null
);
create index webhook_account on connect.webhook (account);

-- WAITING rows of one webhook and conversation are a line: sent one after the other, in the order of the record.
create table connect.delivery (
    id              uuid primary key,
    webhook_id      uuid        not null references connect.webhook on delete cascade,
    conversation_id uuid,                              -- null: a test
    seq             integer     not null,
    event           text        not null,
    body            text        not null,
    state           text        not null check (state in ('WAITING', 'DELIVERED', 'DEAD')),
    attempts        integer     not null default 0,
    next_at         timestamptz not null,
    status          integer,                           -- what the other side answered last
    error           text,
    took_ms         integer,
    created_at      timestamptz not null,
    done_at         timestamptz
);
create unique index delivery_once on connect.delivery (webhook_id, conversation_id, seq, event) where conversation_id is not null;
create index delivery_line on connect.delivery (webhook_id, conversation_id, seq) where state = 'WAITING';
create index delivery_log on connect.delivery (webhook_id, created_at desc, id desc);

-- Whoever sends a line at the moment; the others wait. A node that dies lets go when its time is up.
create table connect.line (
    webhook_id uuid        not null references connect.webhook on delete cascade,
    line       text        not null,
    busy_until timestamptz not null,
    primary key (webhook_id, line)
);
