-- Files that people bring: what became of each, and which of its lines could not be used. The file itself is kept in pieces
-- until it is done, so that the work goes on after a crash, at whatever node.
create schema if not exists imports;

create table imports.import (
    id          uuid primary key,
    kind        text        not null,
    file        text        not null,
    options     jsonb       not null default '{}',
    state       text        not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    bytes       bigint      not null,
    progress    integer     not null default 0 check (progress between 0 and 1000),   -- of a thousand
    lines       bigint      not null default 0,
    good        bigint      not null default 0,
    rejected    bigint      not null default 0,
    changed     bigint      not null default 0,        -- things that are new or different now
    attempts    integer     not null default 0,
    problem_zh  text,                                  -- why it failed
    problem_en  text,
    by_id       uuid,
    by_name     text        not null,
    created_at  timestamptz not null,
    started_at  timestamptz,
    finished_at timestamptz
);
create index import_newest on imports.import (created_at desc, id desc);

create table imports.piece (
    import_id uuid    not null references imports.import on delete cascade,
    no        integer not null,
    bytes     bytea   not null,
    primary key (import_id, no)
);
alter table imports.piece alter column bytes set storage external;

create table imports.rejected (
    import_id uuid   not null references imports.import on delete cascade,
    line      bigint not null,                         -- of the file, from 1
    code      text   not null,
    zh        text   not null,
    en        text   not null,
    raw       text   not null,
    primary key (import_id, line)
);
