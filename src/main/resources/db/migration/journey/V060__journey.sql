-- What customers do on the shop's pages: looked at, put in the cart, searched for, bought. Events are only ever added.
create schema if not exists journey;

-- Partitioned by month of the event's own time; a month's table is made ahead, or when its first late event comes.
-- The customer stands first in the key: his path is read in one piece, however many others there are.
create table journey.event (
    customer_id uuid        not null,
    at          timestamptz not null,                  -- its own time; the time of receipt when it told none that can be
    id          uuid        not null,                  -- made from the sender's message id
    received_at timestamptz not null,
    said_at     timestamptz,                           -- what a clock in the future said
    name        text        not null,                  -- "Product Viewed"; unknown names are kept as they are
    sku         text,                                  -- the goods it is about
    session     text,                                  -- the sender's own word for one visit
    site        text        not null,                  -- the channel account it came in by
    title       text,                                  -- the page it happened on, when the properties do not say
    url         text,
    properties  jsonb       not null,
    came_by     uuid[],                                -- E-05: the merges it moved with, the last one at the end
    primary key (customer_id, at, id)
) partition by range (at);

-- Makes the partition of one month, once. It is filled and attached, so that nobody who writes or reads has to wait.
create function journey.make_month(first date) returns void language plpgsql as $$
declare
    name text := 'event_' || to_char(first, 'YYYY_MM');
begin
    perform pg_advisory_xact_lock(hashtext('journey.make_month'));
    if to_regclass('journey.' || name) is null then
        execute format('create table journey.%I (like journey.event including all)', name);
        execute format('alter table journey.event attach partition journey.%I for values from (%L) to (%L)',
                       name, first::timestamp at time zone 'UTC',
                       (first + interval '1 month')::timestamp at time zone 'UTC');
    end if;
end $$;

-- Which messages have come, so that none counts twice, whatever time it tells the second time. Forgotten after a while.
create table journey.seen (
    id  uuid primary key,
    day date not null
);
create index seen_day on journey.seen using brin (day);

-- P-03: the roll-up of the funnel: this customer took this step on this day. Written with the events that made it true.
create table journey.step (
    customer_id uuid     not null,
    day         date     not null,
    step        smallint not null,                     -- 1 browse, 2 cart, 4 buy; 3, consult, is what the record knows
    site        text     not null,
    primary key (customer_id, day, step, site)
);
create index step_day on journey.step (day, step, customer_id);
