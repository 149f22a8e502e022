-- Who the customer is: one row per person, the identities he is known by, tags, notes, and which files became one.
create schema if not exists customer;

create table customer.customer (
    id           uuid primary key,
    name         text        not null,
    avatar       text,
    level        text        not null default 'ORDINARY' check (level in ('ORDINARY', 'SILVER', 'GOLD', 'PLATINUM')),
    phone        text,
    email        text,
    source       text        not null,                 -- the touchpoint where the customer was first seen
    created_at   timestamptz not null,
    last_seen_at timestamptz not null,
    merged_into  uuid references customer.customer     -- set when this file became part of another one
);
create index customer_phone on customer.customer (phone) where phone is not null;

create table customer.identity (
    kind        text        not null check (kind in ('VISITOR', 'MEMBER', 'PHONE', 'EMAIL', 'UNIONID', 'ORDER')),
    value       text        not null,
    customer_id uuid        not null references customer.customer,
    source      text        not null,
    at          timestamptz not null,
    primary key (kind, value)
);
create index identity_customer on customer.identity (customer_id);

create table customer.tag (
    customer_id uuid        not null references customer.customer,
    name        text        not null,
    by_id       uuid,
    by_name     text        not null,
    reason      text,
    at          timestamptz not null,
    primary key (customer_id, name)
);
create index tag_name on customer.tag (name);

create table customer.note (
    id          uuid primary key,
    customer_id uuid        not null references customer.customer,
    text        text        not null,
    by_id       uuid        not null,
    by_name     text        not null,
    at          timestamptz not null
);
create index note_customer on customer.note (customer_id, at);

create table customer.merge (
    id      uuid primary key,
    from_id uuid        not null references customer.customer,
    into_id uuid        not null references customer.customer,
    reason  text        not null,
    at      timestamptz not null,
    moved   jsonb       not null                       -- identities, tags, notes: what to move back
);
create index customer_merged on customer.customer (merged_into) where merged_into is not null;
