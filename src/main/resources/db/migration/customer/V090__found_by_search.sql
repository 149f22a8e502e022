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

-- Tags that people set. Those of rules come for a million customers at a time; a filter finds them, the search learns them
-- with the next change of the customer.
create function customer.note_tags() returns trigger language plpgsql as $$
begin
    insert into search.changed (kind, subject)
    select distinct 'customer', fresh.customer_id::text from fresh where fresh.rule_id is null;
    return null;
end $$;
create trigger found_by_tag after insert on customer.tag
    referencing new table as fresh for each statement execute function customer.note_tags();
create trigger found_by_tag_gone after delete on customer.tag
    referencing old table as fresh for each statement execute function customer.note_tags();
