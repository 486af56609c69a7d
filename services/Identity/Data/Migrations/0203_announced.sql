-- Members from before others were told for whom they act and what they offer: they are told of once.
alter table members.members add column announced boolean not null default false;
alter table members.members alter column announced set default true;
create index members_unannounced on members.members (id) where not announced;
