create trigger found_new after insert on shop.order_mirror
    referencing new table as fresh for each statement execute function search.note_all('order', 'id');
create trigger found_changed after update on shop.order_mirror for each row
    when (old.content is distinct from new.content or old.customer_id is distinct from new.customer_id)
    execute function search.note_one('order', 'id');
create trigger found_gone after delete on shop.order_mirror
    referencing old table as fresh for each statement execute function search.note_all('order', 'id');
create trigger found_by_shipment after insert on shop.shipment
    referencing new table as fresh for each statement execute function search.note_all('order', 'order_id');

create trigger found_new after insert on shop.product
    referencing new table as fresh for each statement execute function search.note_all('product', 'sku');
create trigger found_changed after update on shop.product
    referencing new table as fresh for each statement execute function search.note_all('product', 'sku');
create trigger found_gone after delete on shop.product
    referencing old table as fresh for each statement execute function search.note_all('product', 'sku');
