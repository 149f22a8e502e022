-- P-05: what customers are worth. All of it can be computed again from the orders, and each night it is.
create schema if not exists segment;

-- Standards: numbers the business decides.
create table segment.worth_standard (
    one                  boolean       primary key default true check (one),
    days                 integer       not null check (days between 30 and 1825),            -- how far the value looks ahead
    discount             numeric(5, 4) not null check (discount between 0 and 1),            -- a year
    return_days          integer       not null check (return_days between 7 and 730),       -- churn: not back within these
    churn_high_below     numeric(5, 4) not null check (churn_high_below between 0 and 1),    -- chance to come back
    churn_low_from       numeric(5, 4) not null check (churn_low_from between 0 and 1),
    fewest_customers     integer       not null check (fewest_customers between 20 and 1000000),
    fewest_returned      integer       not null check (fewest_returned between 10 and 1000000),
    silent_shop_days     integer       not null check (silent_shop_days between 1 and 3650),
    check (churn_high_below < churn_low_from)
);
insert into segment.worth_standard values (true, 365, 0.10, 180, 0.30, 0.60, 200, 50, 30);

-- Each fit, the newest last. TOO_FEW: there was not enough to learn from, so nobody has a worth.
create table segment.worth_model (
    version        integer          primary key,
    at             timestamptz      not null,
    state          text             not null check (state in ('FITTED', 'TOO_FEW')),
    customers      bigint           not null,
    returned       bigint           not null,          -- who bought again
    habits         integer          not null,          -- different ones
    took_millis    bigint           not null,
    r              double precision,
    alpha          double precision,                   -- in days
    a              double precision,
    b              double precision,
    quality        jsonb,
    spending       jsonb            not null default '[]',   -- for each currency p, q, v and how well they fit
    bars           jsonb            not null default '[]',   -- who came back how often, seen and expected
    held_out       jsonb                               -- the first half of the time foretells the second
);

create table segment.worth (
    customer_id    uuid             primary key,
    version        integer          not null,          -- of the model
    purchases      integer          not null,          -- days with a purchase
    first_day      date             not null,
    last_day       date             not null,
    until_day      date             not null,          -- how far his shops' records go
    currency       text             not null,
    spend_repeats  integer          not null,
    spend_total    numeric(18, 3)   not null,          -- of these repeats
    alive          real             not null,
    back           real             not null,          -- chance to come back within the standard's days
    expected       real             not null,          -- orders
    spend          numeric(18, 3),                     -- expected each time; null: no model of his currency
    value          numeric(18, 3),
    churn          text             not null check (churn in ('LOW', 'MIDDLE', 'HIGH')),
    computed_at    timestamptz      not null
);
create index worth_churn on segment.worth (churn, value desc nulls last);

-- How far the record of each shop goes; seen at each fit.
create table segment.worth_shop (
    shop           text             primary key,
    first_day      date             not null,
    until_day      date             not null,
    orders         bigint           not null
);

-- P-06: goods that go together.
create table segment.goods_standard (
    one                  boolean       primary key default true check (one),
    days                 integer       not null check (days between 7 and 3650),             -- of orders that are counted
    largest_basket       integer       not null check (largest_basket between 2 and 500),    -- of a larger one the dearest
    fewest_baskets       integer       not null check (fewest_baskets between 2 and 10000),  -- minimum support of a pair
    each_product         integer       not null check (each_product between 1 and 200),      -- partners that are kept
    sold_within_days     integer       not null check (sold_within_days between 1 and 3650)  -- else it is not offered
);
insert into segment.goods_standard values (true, 730, 50, 5, 30, 180);

create table segment.goods_run (
    version        integer          primary key,
    at             timestamptz      not null,
    baskets        bigint           not null,
    products       integer          not null,
    pairs          integer          not null,
    took_millis    bigint           not null
);

create table segment.goods_pair (
    sku            text             not null,
    place          smallint         not null,          -- 1 goes best
    other          text             not null,
    baskets        integer          not null,          -- with both
    support        real             not null,          -- of all baskets
    confidence     real             not null,          -- of those with sku, the part that has other too
    lift           real             not null,          -- how much more often than by chance
    likeness       real             not null,          -- baskets with both / √(with one · with other)
    primary key (sku, place)
);

create table segment.goods_sold (
    sku            text             primary key,
    baskets        integer          not null,
    recent         integer          not null,          -- within sold_within_days before the end of the shop's record
    category       text,
    last_day       date             not null
);
create index goods_sold_often on segment.goods_sold (recent desc, sku);
create index goods_sold_category on segment.goods_sold (category, recent desc, sku);
