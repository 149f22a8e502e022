-- The people who answer: members, the groups they belong to, whether they are at their desk, and the scripts they use.
create schema if not exists staff;

create table staff.member (
    id            uuid primary key,
    login         text        not null,
    name          text        not null,
    nickname      text        not null,               -- the name customers see
    role          text        not null check (role in ('AGENT', 'STORE_SPECIALIST', 'SUPERVISOR', 'TRAINER', 'ADMIN')),
    password_hash text        not null,
    avatar        text,
    capacity      integer     not null default 5 check (capacity between 0 and 200),
    active        boolean     not null default true,
    created_at    timestamptz not null
);
create unique index member_login on staff.member (lower(login));

create table staff.skill_group (
    id          uuid primary key,
    name        text    not null unique,
    overflow_id uuid references staff.skill_group,     -- who helps when nobody of this group can
    ordinal     integer not null default 0
);

create table staff.skill (
    member_id uuid    not null references staff.member,
    group_id  uuid    not null references staff.skill_group,
    level     integer not null default 3 check (level between 1 and 5),   -- 5 is the best
    primary key (member_id, group_id)
);
create index skill_by_group on staff.skill (group_id);

-- One row per member, written when the member first signs in. seen_at is refreshed by the open socket.
create table staff.presence (
    member_id   uuid primary key references staff.member,
    state       text        not null check (state in ('ONLINE', 'BUSY', 'BREAK', 'OFFLINE')),
    reason      text,
    since       timestamptz not null,
    seen_at     timestamptz not null,
    silent_from text check (silent_from in ('ONLINE', 'BUSY', 'BREAK'))   -- offline by silence only: what he is again when heard
);

-- Standard: what a break may be taken for.
create table staff.break_reason (
    name    text primary key,
    ordinal integer not null
);
insert into staff.break_reason (name, ordinal)
values ('用餐', 1), ('小休', 2), ('会议', 3), ('培训', 4), ('线下接待', 5), ('设备故障', 6);

create table staff.script (
    id       uuid primary key,
    owner_id uuid references staff.member,             -- null: shared with everybody
    folder   text    not null,
    title    text    not null,
    content  text    not null,
    initials text    not null,                         -- pinyin initials, for the search by first letters
    ordinal  integer not null default 0
);
create index script_owner on staff.script (owner_id);

-- What has been given once and is never given again, even if somebody removes it.
create table staff.given_once (
    name text primary key,
    at   timestamptz not null
);
