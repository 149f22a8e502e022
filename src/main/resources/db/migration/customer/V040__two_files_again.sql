-- E-05: who made two files one, and taking it back; who may be the same person, and who is known not to be.
alter table customer.merge
    add column by_id          uuid,
    add column by_name        text not null default '系统',
    add column undone_at      timestamptz,
    add column undone_by_id   uuid,
    add column undone_by_name text,
    add column undone_reason  text,
    add column undone         jsonb;                     -- what went back, and what came after the merge and stayed
create index merge_from on customer.merge (from_id);
create index merge_into on customer.merge (into_id);

-- Somebody looked and said: these are two people.
create table customer.not_the_same (
    one     uuid        not null references customer.customer,
    other   uuid        not null references customer.customer,
    by_id   uuid        not null,
    by_name text        not null,
    at      timestamptz not null,
    primary key (one, other),
    check (one < other)
);

-- Two known customers signed in at one browser.
create table customer.same_device (
    one     uuid        not null references customer.customer,
    other   uuid        not null references customer.customer,
    at      timestamptz not null,
    primary key (one, other),
    check (one < other)
);
create index same_device_other on customer.same_device (other);

-- What is the same number and the same mailbox, however it was written.
create function customer.phone_key(phone text) returns text language sql immutable strict parallel safe as
$$ select right(regexp_replace(phone, '[^0-9]', '', 'g'), 11) $$;

create function customer.email_key(email text) returns text language sql immutable strict parallel safe as
$$ select replace(regexp_replace(lower(split_part(email, '@', 1)), '[+].*$', ''), '.', '') || '@' || lower(split_part(email, '@', 2)) $$;

create index customer_phone_key on customer.customer (customer.phone_key(phone)) where phone is not null;
create index customer_email_key on customer.customer (customer.email_key(email)) where email is not null;
create index identity_phone_key on customer.identity (customer.phone_key(value)) where kind = 'PHONE';
create index identity_email_key on customer.identity (customer.email_key(value)) where kind = 'EMAIL';
create index identity_value on customer.identity (value);
create index customer_name on customer.customer (name text_pattern_ops) where merged_into is null;
