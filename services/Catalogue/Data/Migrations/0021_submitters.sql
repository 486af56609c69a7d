-- Who sent it in last and hears what becomes of it; emptied when that member is erased.
alter table submissions add column submitted_by uuid;
create index submissions_submitted_by on submissions (submitted_by) where submitted_by is not null;
