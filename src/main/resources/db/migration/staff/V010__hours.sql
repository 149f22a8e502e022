-- When we are open. A calendar has a week of periods (a period that ends before it begins goes on over midnight) and days
-- that are different: a holiday has no periods, a working day in exchange for a holiday (调休) has its own.
create table staff.calendar (
    id        uuid primary key,
    name      text    not null unique,
    time_zone text    not null default 'Asia/Shanghai',
    week      jsonb   not null,                        -- [{day: 1 (Monday) … 7, periods: [{from, to}]}]
    days      jsonb   not null default '[]'            -- [{date, name, periods: [{from, to}]}]
);

-- A group or store without a row of its own keeps the hours of the house.
create table staff.calendar_assignment (
    place       text not null check (place in ('HOUSE', 'GROUP', 'STORE')),
    place_id    uuid,
    calendar_id uuid not null references staff.calendar,
    check ((place = 'HOUSE') = (place_id is null)),
    unique nulls not distinct (place, place_id)
);

insert into staff.calendar (id, name, week)
select '01990000-0000-7000-8000-000000000001', '7×24',
       jsonb_agg(jsonb_build_object('day', day, 'periods', '[{"from": "00:00", "to": "24:00"}]'::jsonb) order by day)
  from generate_series(1, 7) as day;

-- 2026: as announced by the State Council, with its days in exchange. 2027: the days of the law; edit them when announced.
insert into staff.calendar (id, name, week, days)
select '01990000-0000-7000-8000-000000000002', '门店 9–21',
       (select jsonb_agg(jsonb_build_object('day', day, 'periods', '[{"from": "09:00", "to": "21:00"}]'::jsonb) order by day)
          from generate_series(1, 7) as day),
       (select jsonb_agg(jsonb_build_object('date', date, 'name', name, 'periods',
                   case when works then '[{"from": "09:00", "to": "21:00"}]'::jsonb else '[]'::jsonb end) order by date)
          from (select to_char(day, 'YYYY-MM-DD') as date, holiday.name, holiday.works
                  from (values ('2026-01-01'::date, '2026-01-03'::date, '元旦', false), ('2026-01-04', '2026-01-04', '元旦调休上班', true),
                               ('2026-02-14', '2026-02-14', '春节调休上班', true), ('2026-02-15', '2026-02-23', '春节', false),
                               ('2026-02-28', '2026-02-28', '春节调休上班', true), ('2026-04-04', '2026-04-06', '清明节', false),
                               ('2026-05-01', '2026-05-05', '劳动节', false), ('2026-05-09', '2026-05-09', '劳动节调休上班', true),
                               ('2026-06-19', '2026-06-21', '端午节', false), ('2026-09-20', '2026-09-20', '国庆节调休上班', true),
                               ('2026-09-25', '2026-09-27', '中秋节', false), ('2026-10-01', '2026-10-07', '国庆节', false),
                               ('2026-10-10', '2026-10-10', '国庆节调休上班', true),
                               ('2027-01-01', '2027-01-01', '元旦', false), ('2027-02-05', '2027-02-08', '春节', false),
                               ('2027-04-05', '2027-04-05', '清明节', false), ('2027-05-01', '2027-05-02', '劳动节', false),
                               ('2027-06-09', '2027-06-09', '端午节', false), ('2027-09-15', '2027-09-15', '中秋节', false),
                               ('2027-10-01', '2027-10-03', '国庆节', false))
                       as holiday(first, last, name, works),
                       generate_series(holiday.first::timestamp, holiday.last::timestamp, interval '1 day') as day) as day);

insert into staff.calendar_assignment (place, place_id, calendar_id)
values ('HOUSE', null, '01990000-0000-7000-8000-000000000001');
