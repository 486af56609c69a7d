-- What summits recommend, and the documents in which they do: one more kind of entry, which the secretariat alone writes.
alter table entries drop constraint entries_kind_check;
alter table entries add constraint entries_kind_check check (kind in ('practice', 'tool', 'session', 'recommendation'));

alter table submissions drop constraint submissions_kind_check;
alter table submissions add constraint submissions_kind_check check (kind in ('practice', 'tool', 'session', 'recommendation', 'lesson'));
alter table submissions drop constraint submissions_sessions_are_the_secretariats;
alter table submissions add constraint submissions_of_the_secretariat check ((kind in ('session', 'recommendation')) = (owner = 'secretariat'));
