-- What of a customer can be found: name, numbers, addresses, level, tags that people set. Being seen again changes nothing.
create trigger found_new after insert on customer.customer
    referencing new table as fresh for each statement execute function search.note_all('customer', 'id');
create trigger found_changed after update on customer.customer for each row
    when (old.name is distinct from new.name or old.phone is distinct from new.phone or old.email is distinct from new.email
       or old.level is distinct from new.level or old.merged_into is distinct from new.merged_into)
    execute function search.note_one('customer', 'id');
create trigger found_gone after delete on customer.customer
    referencing old table as fresh for each statement execute function search.note_all('customer', 'id');

create trigger found_by_new after insert on customer.identity
    referencing new table as fresh for each statement execute function search.note_all('customer', 'customer_id');
create trigger found_by_changed after update on customer.identity for each row
    when (old.customer_id is distinct from new.customer_id or old.value is distinct from new.value)
    execute function search.note_one('customer', 'customer_id');
create trigger found_by_gone after delete on customer.identity
    referencing old table as fresh for each statement execute function search.note_all('customer', 'customer_id');
