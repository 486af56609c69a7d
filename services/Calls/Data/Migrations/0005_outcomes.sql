-- That an outcome is due is told as well, for calls that are public already too; of moments that have come, the latest.
alter table call_dues drop constraint call_dues_moment_check;
alter table call_dues add constraint call_dues_moment_check check (moment in ('opened', 'closed', 'outcome'));

insert into call_dues (call_id, moment, at)
select id, 'outcome', closes_at + days * interval '24 hours'
from calls, unnest(array[30, 80, 90]) as days
where owner is not null and state = 'published' and closes_at is not null;
