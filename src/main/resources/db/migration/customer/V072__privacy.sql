-- P-08: what the customer agrees to, for which purpose, with the text he was shown; every answer is kept.
create table customer.purpose (
    code       text primary key check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
    zh         text        not null,
    en         text        not null,
    version    integer     not null default 1,          -- of the text that is shown now
    ordinal    integer     not null default 0,
    removed_at timestamptz
);

create table customer.purpose_text (
    code    text        not null references customer.purpose,
    version integer     not null,
    zh      text        not null,
    en      text        not null,
    at      timestamptz not null,
    primary key (code, version)
);

insert into customer.purpose (code, zh, en, ordinal) values
    ('marketing', '营销信息', 'Marketing', 1),
    ('profiling', '用户画像', 'Profiling', 2),
    ('sharing', '与合作伙伴共享', 'Sharing with partners', 3);
insert into customer.purpose_text values
    ('marketing', 1, '我们会向您发送新品、活动和优惠信息。', 'We send you news of products, events and offers.', '2026-01-01T00:00:00Z'),
    ('profiling', 1, '我们会根据您的购买和浏览为您推荐商品和服务。', 'We use your purchases and visits to recommend goods and services.', '2026-01-01T00:00:00Z'),
    ('sharing', 1, '我们会把必要的信息提供给合作伙伴，用于配送之外的服务。', 'We give partners what they need for services other than delivery.', '2026-01-01T00:00:00Z');

create table customer.consent (
    id          uuid primary key,
    customer_id uuid        not null references customer.customer,
    purpose     text        not null references customer.purpose,
    given       boolean     not null,
    source      text        not null,                   -- where he said so: console, web:main, store
    version     integer     not null,                   -- of the text he was shown
    note        text,
    by_id       uuid,
    by_name     text,
    at          timestamptz not null
);
create index consent_customer on customer.consent (customer_id, purpose, at desc, id desc);

-- Whom we have forgotten: that it happened, why, and how much of what is gone.
create table customer.erasure (
    id          uuid primary key,
    customer_id uuid        not null references customer.customer,
    reason      text        not null,
    rows        jsonb       not null,
    by_id       uuid        not null,
    by_name     text        not null,
    at          timestamptz not null
);
create unique index erasure_customer on customer.erasure (customer_id);
alter table customer.customer add column erased_at timestamptz;

-- How long each kind of data is kept, where the house has decided; the others follow their presets.
create table customer.retention (
    kind    text primary key,
    days    integer check (days between 1 and 36500),   -- null: for ever
    by_id   uuid,
    by_name text,
    at      timestamptz
);
create table customer.retention_run (
    kind text        not null,
    at   timestamptz not null,
    rows integer     not null,
    primary key (kind, at)
);
