-- What the customer table walks along, and the views members keep of it.
create index facts_spent on segment.facts (spent, customer_id);
create index facts_orders on segment.facts (orders, customer_id);
create index facts_bought on segment.facts ((coalesce(last_order_at, '-infinity'::timestamptz)), customer_id);

create table segment.customer_view (
    id        uuid primary key,
    member_id uuid        not null,
    name      text        not null,
    look      jsonb       not null,                    -- filters, order, columns, as the console reads them
    at        timestamptz not null,
    unique (member_id, name)
);
