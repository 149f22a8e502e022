-- P-08: who was erased is not named in the trail any more; that something was done, when and by whom, stays. Only a
-- transaction that says so may take names out.
create or replace function audit.refuse() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and current_setting('audit.forgetting', true) = 'yes' then
        return null;
    end if;
    raise exception 'The audit trail is only added to';
end $$;
