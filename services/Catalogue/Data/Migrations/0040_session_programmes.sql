-- The secretariat edits sessions as members edit practices and tools: the same drafts, another form, and no second reviewer.
alter table submissions drop constraint submissions_kind_check;
alter table submissions add constraint submissions_kind_check check (kind in ('practice', 'tool', 'session', 'lesson'));
alter table submissions add constraint submissions_sessions_are_the_secretariats check ((kind = 'session') = (owner = 'secretariat'));

-- A session may say itself what is presented at it.
alter table entry_references drop constraint entry_references_relation_check;
alter table entry_references add constraint entry_references_relation_check
    check (relation in ('part-of', 'related', 'presented-at', 'presents', 'uses', 'used-by', 'web'));

-- Lists show the sessions that are still to come first; whether one is follows from the clock.
alter table entries add column starts_on date;
alter table entries add column ends_on date;
update entries set
    starts_on = (revision.content #>> '{session,startDate}')::date,
    ends_on = coalesce(revision.content #>> '{session,endDate}', revision.content #>> '{session,startDate}')::date,
    newest = coalesce((revision.content #>> '{session,startDate}')::date, entries.newest)
from entry_revisions revision
where entries.kind = 'session' and revision.entry_id = entries.id and revision.version = entries.version;
