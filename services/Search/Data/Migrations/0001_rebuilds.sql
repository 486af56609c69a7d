-- Rebuilds of the index that an operator asked for, and how far they are.
create table rebuild (
    id uuid primary key,
    requested_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    events integer not null default 0
);
create index rebuild_open on rebuild (requested_at) where finished_at is null;
