-- Countries and organisations whose focal points publish directly, to be reviewed afterwards. Rows are ended, never deleted: audit records name them.
create table trusted_owners (
    id uuid primary key,
    owner text not null,
    since timestamptz not null,
    ended_at timestamptz
);
create unique index trusted_owners_one on trusted_owners (owner) where ended_at is null;

-- Of what was published like that: how its review stands, and the version of the entry that the publication made.
alter table submissions add column review text check (review in ('waiting', 'confirmed', 'changes_requested', 'withdrawn'));
alter table submissions add column entry_version integer;
alter table submissions add constraint submissions_reviewed_after check (
    (review is null) = (entry_version is null) and (review is null or state = 'published')
);
create index submissions_review on submissions (waits_since) where review = 'waiting';
alter table submission_steps drop constraint submission_steps_kind_check;
alter table submission_steps add constraint submission_steps_kind_check
    check (kind in ('submitted', 'taken_back', 'changes_requested', 'scheduled', 'unscheduled', 'published', 'refused', 'message', 'confirmed', 'withdrawn'));
