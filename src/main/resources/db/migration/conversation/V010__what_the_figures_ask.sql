-- S-04: since when the customer had waited when he was given to an agent; null when he did not wait.
alter table conversation.assignment add column waited_from timestamptz;
create index assignment_began on conversation.assignment (began_at);

-- T-09: who listened in on whom, and for how long. The customer and the agent are not told; the record knows.
create table conversation.listening (
    conversation_id uuid        not null references conversation.conversation,
    agent_id        uuid        not null,
    began_at        timestamptz not null,
    ended_at        timestamptz,
    primary key (conversation_id, agent_id, began_at)
);
create unique index listening_now on conversation.listening (conversation_id, agent_id) where ended_at is null;
