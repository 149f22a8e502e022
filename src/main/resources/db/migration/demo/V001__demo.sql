-- The demo story: whether it has been told, what it made (so that it can be removed), and who plays which part now.
create schema if not exists demo;

create table demo.story (
    id         integer primary key check (id = 1),
    loaded_at  timestamptz not null,
    removed_at timestamptz                             -- removed is for ever: it is not told again
);

create table demo.made (
    thing text not null,                               -- member, group, category, customer
    id    uuid not null,
    primary key (thing, id)
);

-- A played customer with his dialogue. Where he stands is read from the conversation itself; only the line is kept here.
create table demo.part (
    id              uuid primary key,
    customer_id     uuid        not null,
    dialogue        text        not null,
    seed            bigint      not null,              -- his own rhythm and order number
    agent_id        uuid,                              -- the played colleague; null: whoever signs in answers
    conversation_id uuid,                              -- known once he has been heard
    line            integer     not null default 0,    -- the next one
    began_at        timestamptz not null,
    ended_at        timestamptz
);
create unique index part_of_customer on demo.part (customer_id) where ended_at is null;
create index part_began on demo.part (began_at desc);
