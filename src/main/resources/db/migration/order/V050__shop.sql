-- The shop mirror: what other systems told us of products, orders, parcels and carts, as they told it last. Nobody edits it
-- here. A message that is older than what we hold changes nothing, and the same message twice changes nothing.
create schema if not exists shop;

-- Where things are sold: a site, a marketplace, the tills of the stores.
create table shop.shop (
    code     text primary key,
    name     text not null,
    kind     text not null default 'ONLINE' check (kind in ('ONLINE', 'STORE')),
    currency text not null default 'CNY',
    zone     text not null default 'Asia/Shanghai'     -- of times that come without one
);

create table shop.product (
    sku         text primary key,
    name        text        not null,
    name_en     text,
    category    text,
    brand       text,
    price       numeric(18, 3),
    currency    text        not null default 'CNY',
    image       text,
    launched_at timestamptz,
    changed_at  timestamptz not null,                  -- the sender's time of this state
    content     text        not null                   -- what the message said, as a fingerprint
);
create index product_name on shop.product (name text_pattern_ops);
create index product_category on shop.product (category) where category is not null;

-- customer_id is null for an order that names nobody. A reversal is a cancelled or returned order that the shop wrote down
-- as an order of its own, with quantities and an amount below zero.
create table shop.order_mirror (
    id           uuid primary key,
    customer_id  uuid,
    shop         text           not null references shop.shop,
    no           text           not null,
    kind         text           not null default 'ONLINE' check (kind in ('ONLINE', 'STORE')),
    store_id     uuid,                                 -- of a purchase in a store
    state        text           not null check (state in ('UNPAID', 'PAID', 'SHIPPED', 'DELIVERED', 'COMPLETED', 'CANCELLED')),
    reversal     boolean        not null default false,
    placed_at    timestamptz    not null,
    paid_at      timestamptz,
    shipped_at   timestamptz,
    delivered_at timestamptz,
    cancelled_at timestamptz,
    amount       numeric(18, 3) not null,
    currency     text           not null,
    changed_at   timestamptz    not null,
    content      text           not null,
    source       text           not null,              -- push, webhook:<account>, import:<id>, demo
    taken_at     timestamptz    not null,
    unique (shop, no)
);
create index order_of_customer on shop.order_mirror (customer_id, placed_at desc, id desc) where customer_id is not null;
create index order_newest on shop.order_mirror (placed_at desc, id desc);
create index order_number on shop.order_mirror (no text_pattern_ops);
create index order_in_work on shop.order_mirror (state, paid_at) where state in ('PAID', 'SHIPPED');

create table shop.line (
    order_id    uuid           not null references shop.order_mirror on delete cascade,
    no          integer        not null,
    customer_id uuid,                                  -- of its order
    sku         text           not null,
    name        text           not null,
    quantity    integer        not null,
    price       numeric(18, 3) not null,
    amount      numeric(18, 3) not null,
    primary key (order_id, no)
);
create index line_of_customer on shop.line (customer_id, sku) where customer_id is not null;

create table shop.payment (
    order_id    uuid           not null references shop.order_mirror on delete cascade,
    no          text           not null,               -- of the payment, as the payment service calls it
    customer_id uuid,
    method      text           not null default '',
    amount      numeric(18, 3) not null,
    currency    text           not null,
    paid_at     timestamptz    not null,
    primary key (order_id, no)
);
create index payment_of_customer on shop.payment (customer_id) where customer_id is not null;

create table shop.shipment (
    order_id     uuid        not null references shop.order_mirror on delete cascade,
    no           integer     not null,
    customer_id  uuid,
    carrier      text        not null,
    number       text        not null,
    state        text        not null check (state in ('WAITING', 'UNDERWAY', 'DELIVERED', 'RETURNED', 'LOST')),
    shipped_at   timestamptz,
    delivered_at timestamptz,
    last_step_at timestamptz,
    steps        jsonb       not null default '[]',    -- [{"at": …, "text": …}], the newest first
    primary key (order_id, no)
);
create index shipment_of_customer on shop.shipment (customer_id) where customer_id is not null;
create index shipment_number on shop.shipment (number);
create index shipment_underway on shop.shipment (last_step_at) where state = 'UNDERWAY';

create table shop.refund (
    order_id    uuid           not null references shop.order_mirror on delete cascade,
    no          integer        not null,
    customer_id uuid,
    amount      numeric(18, 3) not null,               -- above zero: what he got back
    currency    text           not null,
    at          timestamptz    not null,
    reason      text           not null default '',
    primary key (order_id, no)
);
create index refund_of_customer on shop.refund (customer_id, at) where customer_id is not null;

-- One cart for each customer and shop, as it was told last.
create table shop.cart (
    customer_id uuid        not null,
    shop        text        not null references shop.shop,
    changed_at  timestamptz not null,
    content     text        not null,
    primary key (customer_id, shop)
);
create table shop.cart_line (
    customer_id uuid           not null,
    shop        text           not null,
    no          integer        not null,
    sku         text           not null,
    name        text           not null,
    quantity    integer        not null,
    price       numeric(18, 3) not null,
    currency    text           not null,
    at          timestamptz    not null,
    primary key (customer_id, shop, no),
    foreign key (customer_id, shop) references shop.cart on delete cascade
);

-- E-05: which orders and carts went with a customer whose file became part of another one, so that they can go back.
create table shop.followed (
    merge_id uuid not null,
    order_id uuid not null references shop.order_mirror on delete cascade,
    primary key (merge_id, order_id)
);
create index followed_order on shop.followed (order_id);
create table shop.followed_cart (
    merge_id uuid not null,
    shop     text not null,
    primary key (merge_id, shop)
);

-- Standards: what "in time" means (E-07, T-02).
create table shop.standard (
    one               boolean primary key default true check (one),
    after_sale_days   integer not null check (after_sale_days between 1 and 3650),
    ship_within_hours integer not null check (ship_within_hours between 1 and 8760),
    silent_parcel_days integer not null check (silent_parcel_days between 1 and 365)
);
insert into shop.standard values (true, 90, 48, 5);
