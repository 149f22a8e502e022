-- New messages are found by their time. They come in the order of it, so a few bytes for each hundred pages are enough of an
-- index, and a message pays next to nothing for it.
create index message_sent on conversation.message using brin (sent_at) with (pages_per_range = 16, autosummarize = on);

-- What was taken back or erased may not be found any longer. Both are rare; sending notes nothing.
create trigger found_changed after update on conversation.message
    referencing new table as fresh for each statement execute function search.note_all('conversation', 'conversation_id');
create trigger found_gone after delete on conversation.message
    referencing old table as fresh for each statement execute function search.note_all('conversation', 'conversation_id');
