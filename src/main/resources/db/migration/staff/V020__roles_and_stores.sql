-- What a role allows is a row now, so that a house can have roles of its own. The five it began with stay.
create table staff.role (
    code        text primary key check (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
    name        text    not null,
    permissions text[]  not null default '{}',
    built_in    boolean not null default false,
    ordinal     integer not null default 0
);
create unique index role_name on staff.role (lower(name));

insert into staff.role (code, name, permissions, built_in, ordinal)
values ('agent', '客服', '{serve,reveal}', true, 1),
       ('store-specialist', '门店专员', '{serve,reveal}', true, 2),
       ('supervisor', '主管', '{serve,lead-all,teach,standards,reveal,merge,export,audit}', true, 3),
       ('trainer', '人工智能训练师', '{serve,teach}', true, 4),
       ('admin', '管理员',
        '{serve,lead-group,lead-all,teach,staff,standards,channels,contacts,reveal,merge,audit,export}', true, 5);

alter table staff.member drop constraint member_role_check;
update staff.member set role = lower(replace(role, '_', '-'));
alter table staff.member add foreign key (role) references staff.role;
create index member_by_role on staff.member (role);

create table staff.store (
    id      uuid primary key,
    code    text    not null,                          -- what the shop itself calls it
    name    text    not null,
    address text    not null default '',
    phone   text    not null default '',
    ordinal integer not null default 0
);
create unique index store_code on staff.store (lower(code));

create table staff.store_member (
    member_id uuid not null references staff.member on delete cascade,
    store_id  uuid not null references staff.store on delete cascade,
    primary key (member_id, store_id)
);
create index store_member_by_store on staff.store_member (store_id);
