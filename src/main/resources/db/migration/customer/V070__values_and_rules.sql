-- P-04: a tag that a rule set knows the rule, the facts it was set by, and why in words. A tag of a person has none of them.
alter table customer.tag
    add column rule_id text,
    add column facts   jsonb,
    add column why_zh  text,
    add column why_en  text;
create index tag_rule on customer.tag (rule_id, customer_id) where rule_id is not null;

-- T-03: what the customer is worth by what he bought; null when nobody has appraised him. His level counts besides.
alter table customer.customer
    add column appraisal     text check (appraisal in ('ORDINARY', 'VALUED', 'HIGH')),
    add column appraised_why text,
    add column appraised_at  timestamptz;

-- The higher of level and appraisal: what routing and reception read.
create function customer.value_of(level text, appraisal text) returns text language sql immutable parallel safe as
$$ select case
       when level in ('GOLD', 'PLATINUM') or appraisal = 'HIGH' then 'HIGH'
       when level = 'SILVER' or appraisal = 'VALUED' then 'VALUED'
       else 'ORDINARY' end $$;

-- E-05: a telephone, a tablet, a watch: it tells visits apart and never proves who holds it.
alter table customer.identity drop constraint identity_kind_check;
alter table customer.identity add constraint identity_kind_check
    check (kind in ('VISITOR', 'DEVICE', 'MEMBER', 'PHONE', 'EMAIL', 'UNIONID', 'ORDER'));
