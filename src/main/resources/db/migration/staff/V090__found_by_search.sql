create trigger found_new after insert on staff.script
    referencing new table as fresh for each statement execute function search.note_all('script', 'id');
create trigger found_changed after update on staff.script
    referencing new table as fresh for each statement execute function search.note_all('script', 'id');
create trigger found_gone after delete on staff.script
    referencing old table as fresh for each statement execute function search.note_all('script', 'id');
