-- The summit that a call was made for, by number, for filters.
alter table calls add column summit integer;
update calls set summit = (content -> 'summit' ->> 'number')::integer;
create index calls_summit on calls (summit) where summit is not null;
