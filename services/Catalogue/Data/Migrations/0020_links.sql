-- The web addresses that a current revision names stand beside its links to other entries.
alter table entry_references drop constraint entry_references_relation_check;
alter table entry_references add constraint entry_references_relation_check check (relation in ('part-of', 'related', 'presented-at', 'uses', 'web'));

insert into entry_references (entry_id, relation, target_key)
select distinct entry.id, 'web', link ->> 'url'
from entries entry
join entry_revisions revision on revision.entry_id = entry.id and revision.version = entry.version
cross join lateral jsonb_array_elements(coalesce(revision.content -> 'links', '[]') || coalesce(revision.content -> 'files', '[]')) link
where link ->> 'url' ~* '^https?://' and octet_length(link ->> 'url') <= 2000;

-- Whether an address answers: one row an address, however many entries name it.
create table link_checks (
    url text primary key,
    next_at timestamptz not null,
    answered_at timestamptz,
    failures integer not null,
    reason text check (reason in ('gone', 'failing', 'unreachable')),
    dead_since timestamptz
);

create index link_checks_next on link_checks (next_at);
create index link_checks_dead on link_checks (dead_since) where dead_since is not null;
