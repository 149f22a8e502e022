-- S-06: a script is words, a picture or a card; of the last two, content is the body of the message as JSON.
alter table staff.script add column kind text not null default 'TEXT' check (kind in ('TEXT', 'PICTURE', 'CARD'));
