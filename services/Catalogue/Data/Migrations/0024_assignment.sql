-- Which moderator has taken a submission. Only who: names are in Identity.
alter table submissions add column assigned_to uuid;

create index submissions_assigned on submissions (assigned_to, state, waits_since) where assigned_to is not null;
