-- A customer's timeline asks for the tasks of his conversations.
create index task_conversation on task.task (conversation_id, created_at);
