-- E-05: which conversations went with a customer whose file became part of another one, so that they can go back.
create table conversation.followed (
    merge_id        uuid not null,
    conversation_id uuid not null references conversation.conversation,
    primary key (merge_id, conversation_id)
);
create index followed_conversation on conversation.followed (conversation_id);
