-- T-03: a store may be asked to answer instead of a group; then only its specialists see and take the conversation.
alter table conversation.conversation add column store_id uuid;
-- E-09: by when we said that we shall be back.
alter table conversation.conversation add column promised_at timestamptz;

create index conversation_store on conversation.conversation (store_id, queued_at) where store_id is not null and state <> 'CLOSED';
-- Conversations of touchpoints that must be called, for the sweep that hands over what was said.
create index conversation_elsewhere on conversation.conversation (opened_at) where channel_kind <> 'web';
