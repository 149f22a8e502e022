-- A task that was not done by its time is a warning too; there is one for each task.
alter table sla.warning add column task_id uuid;
create unique index warning_of_task on sla.warning (task_id) where task_id is not null;
