-- Lists order by "newest is not null" first, because LINQ cannot say "nulls last"; an index serves only the very same order.
drop index entries_newest;

create index entries_newest on entries (kind, (newest is not null) desc, newest desc, title, id) where state in ('published', 'archived');
