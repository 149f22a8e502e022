-- News that comes while somebody is being counted must not be taken down with the news he is counted for.
alter table segment.due add column rung integer not null default 0;
