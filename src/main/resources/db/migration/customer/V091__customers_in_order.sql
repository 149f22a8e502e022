-- The two orders of the customer table that the file itself decides: by registration, and by name as a dictionary sorts it.
create index customer_registered on customer.customer (created_at, id) where merged_into is null;
create index customer_in_order on customer.customer (name collate "zh-x-icu", id) where merged_into is null;
