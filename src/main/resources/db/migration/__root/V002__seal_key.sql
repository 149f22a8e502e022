-- The key that marks visitor tokens and file addresses as ours; made at the first start.
create table seal_key (
    id         integer primary key check (id = 1),
    secret     bytea       not null,
    created_at timestamptz not null
);
