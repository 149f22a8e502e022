-- What the indexes of the nodes have to read again. Triggers write it, in the transaction of the change; each node reads on
-- from where it was. Ordered by transaction, so that a long transaction that ends late is not passed over.
create schema if not exists search;

create table search.changed (
    xact    xid8   not null default pg_current_xact_id(),
    no      bigint not null generated always as identity,
    kind    text   not null,
    subject text   not null,
    primary key (xact, no)
);

-- Up to here rows were cleared away; a node that has not read so far reads everything again.
create table search.cleared (
    only boolean primary key default true check (only),
    xact xid8    not null,
    no   bigint  not null
);
insert into search.cleared (xact, no) values ('0', 0);

-- For statements: the kind, and the column that names the subject. The trigger calls its rows "fresh".
create function search.note_all() returns trigger language plpgsql as $$
begin
    execute format('insert into search.changed (kind, subject) select distinct %L, fresh.%I::text from fresh',
                   tg_argv[0], tg_argv[1]);
    return null;
end $$;

-- For rows, where a condition of the trigger says that something changed that can be found.
create function search.note_one() returns trigger language plpgsql as $$
begin
    insert into search.changed (kind, subject) values (tg_argv[0], to_jsonb(new) ->> tg_argv[1]);
    return null;
end $$;
