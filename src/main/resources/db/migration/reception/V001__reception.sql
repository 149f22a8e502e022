-- What the front desk listens for. Standards: a supervisor edits them.
create schema if not exists reception;

create table reception.urgent_word (
    word    text primary key,
    urgency text not null check (urgency in ('NORMAL', 'HIGH_VALUE', 'URGENT')),
    issue   text
);
