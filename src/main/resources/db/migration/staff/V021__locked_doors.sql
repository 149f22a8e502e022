-- When somebody was last here, how often somebody failed to come in, and the second factor.
alter table staff.member add column last_sign_in_at timestamptz;

-- One row for each wrong password or code, known login or not; soon forgotten.
create table staff.failed_sign_in (
    id    uuid primary key,
    login text        not null,                        -- in small letters
    at    timestamptz not null
);
create index failed_sign_in_login on staff.failed_sign_in (login, at);
create index failed_sign_in_at on staff.failed_sign_in (at);

create table staff.two_factor (
    member_id    uuid primary key references staff.member on delete cascade,
    secret       bytea       not null,                 -- locked with the key of the installation
    made_at      timestamptz not null,
    confirmed_at timestamptz,                          -- counts from here on
    last_step    bigint      not null default 0        -- a code is good for one sign-in
);

create table staff.recovery_code (
    member_id uuid not null references staff.member on delete cascade,
    hash      text not null,
    primary key (member_id, hash)
);
