-- Who changed what, when, from what to what. Only ever added to.
create schema if not exists audit;

create table audit.entry (
    id           uuid primary key,                     -- sorts by time
    at           timestamptz not null,
    by_id        uuid,                                 -- null: the house itself
    by_name      text        not null,
    verb         text        not null,                 -- staff.member.changed
    subject_kind text        not null,
    subject_id   text        not null,
    subject_name text        not null,
    before       jsonb,
    after        jsonb,
    reason       text
);
create index entry_verb on audit.entry (verb, id desc);
create index entry_by on audit.entry (by_id, id desc);
create index entry_subject on audit.entry (subject_kind, subject_id, id desc);
create index entry_at on audit.entry (at);

create function audit.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'The audit trail is only added to';
end $$;
create trigger entry_stays before update or delete on audit.entry for each statement execute function audit.refuse();
