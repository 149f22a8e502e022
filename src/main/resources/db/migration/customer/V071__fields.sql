-- P-01: person or enterprise, and what is known of it, each value with the source that said it and when.
alter table customer.customer add column kind text not null default 'PERSON' check (kind in ('PERSON', 'ENTERPRISE'));

-- One value for each source. The higher standing counts, then the newer; the others are kept and shown.
create table customer.field_value (
    customer_id uuid        not null references customer.customer,
    field       text        not null,
    source      text        not null,                  -- staff, shop:tmall, web:main, event
    standing    smallint    not null check (standing between 1 and 4),  -- 1 his own word, 2 a trait, 3 shop or ERP, 4 staff
    value       text        not null,                  -- in one spelling: dates as 2026-01-31, numbers with a point
    at          timestamptz not null,
    by_id       uuid,
    by_name     text,
    primary key (customer_id, field, source)
);

-- What the file knows already was said by the touchpoint it was first seen at.
insert into customer.field_value (customer_id, field, source, standing, value, at)
select c.id, f.field, c.source,
       case when exists (select from customer.identity i
                          where i.customer_id = c.id and i.kind not in ('VISITOR', 'DEVICE')) then 3 else 1 end,
       f.value, c.created_at
  from customer.customer c
  cross join lateral (values ('name', case when c.name like '访客 %' then null else c.name end),
                             ('phone', c.phone), ('email', c.email)) as f(field, value)
 where f.value is not null and c.merged_into is null;

-- Fields that the house adds. Removed ones keep their values.
create table customer.custom_field (
    key        text primary key check (key ~ '^[a-z][a-z0-9-]{1,39}$'),
    of_kind    text        not null check (of_kind in ('PERSON', 'ENTERPRISE')),
    section    text        not null,
    zh         text        not null,
    en         text        not null,
    type       text        not null check (type in ('TEXT', 'NUMBER', 'DATE', 'CHOICE', 'YES_NO')),
    choices    jsonb       not null default '[]',      -- [{code, zh, en}]
    ordinal    integer     not null default 0,
    created_at timestamptz not null,
    removed_at timestamptz
);

-- Whom one talks to in an enterprise.
create table customer.contact_person (
    id          uuid primary key,
    customer_id uuid        not null references customer.customer,
    name        text        not null,
    position    text,
    phone       text,
    email       text,
    note        text,
    source      text        not null,
    at          timestamptz not null,
    by_name     text
);
create index contact_person_customer on customer.contact_person (customer_id);

-- E-05: what does not fit together and has been looked at.
create table customer.settled_conflict (
    customer_id uuid        not null references customer.customer,
    kind        text        not null,
    detail      text        not null,
    by_id       uuid        not null,
    by_name     text        not null,
    reason      text        not null,
    at          timestamptz not null,
    primary key (customer_id, kind, detail)
);

-- The timeline asks for one page of each, newest first.
create index tag_timeline on customer.tag (customer_id, at);
