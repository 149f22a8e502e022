-- Which nodes are alive, and what is too long for a hint. Nothing here outlives a crash of PostgreSQL, and nothing needs to.
create schema if not exists push;

-- A node that beats is alive; sent is the number of its last hint, so that who missed one finds out.
create unlogged table push.node (
    id      uuid primary key,
    backend integer not null,               -- its listening connection
    beat    bigint  not null,
    sent    bigint  not null
);

-- A frame that does not fit into a hint; the hint names it.
create unlogged table push.parcel (
    id      uuid primary key,
    line    text        not null,
    at      timestamptz not null
);
create index parcel_at on push.parcel (at);
