-- E-05: the agent of his own that a customer had before his file became part of another one.
create table routing.moved_binding (
    merge_id  uuid primary key,
    agent_id  uuid        not null,
    deputy_id uuid,
    by_id     uuid,
    at        timestamptz not null,
    taken     boolean     not null                       -- the other file had none and took this one over
);
