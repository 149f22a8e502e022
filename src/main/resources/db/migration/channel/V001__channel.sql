-- Touchpoints in and out. So far: the web channel (widget and full page), one account per shop site.
create schema if not exists channel;

create table channel.account (
    id         text primary key,                       -- also the site key in the widget's script tag
    kind       text        not null check (kind in ('WEB')),
    name       text        not null,
    secret     text        not null,                   -- signs the shop's customers (HMAC-SHA256)
    origins    text[]      not null default '{}',      -- pages that may embed the widget; empty: any
    greeting   text        not null,
    menu       jsonb       not null default '[]',      -- entry menu: [{issue, label}]
    created_at timestamptz not null
);
