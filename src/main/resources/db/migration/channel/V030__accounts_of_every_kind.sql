-- Channel accounts of every kind, edited in the console; their secrets are locked away (AES-GCM, see kernel/Seal).
alter table channel.account drop constraint account_kind_check;
alter table channel.account add constraint account_kind_check check (kind in ('WEB', 'API', 'STORE'));
alter table channel.account alter column secret drop not null;      -- a plain one is locked at the next start or first use
alter table channel.account add column locked_secret bytea;
alter table channel.account add column active boolean not null default true;
alter table channel.account add constraint account_has_a_secret check (secret is not null or locked_secret is not null);

-- How far a conversation has been handed to a touchpoint that must be called (an API account). One row for each account the
-- customer wrote through. What was said after seq is still to be handed over: these rows are the queue.
create table channel.outbound (
    conversation_id uuid    not null,
    account         text    not null references channel.account on delete cascade,
    seq             integer not null default 0,
    ended           boolean not null default false,                 -- closed, and everything handed over
    primary key (conversation_id, account)
);
create index outbound_going_on on channel.outbound (conversation_id) where not ended;
