-- Every message changes last_at. While an index held that column, each message wrote a new entry into all six indexes of
-- the conversation; now the new version of the row stays on its page (a HOT update) and no index is touched.
drop index conversation.conversation_reception;
create index conversation_reception on conversation.conversation (opened_at) where state = 'RECEPTION';
alter table conversation.conversation set (fillfactor = 70);
