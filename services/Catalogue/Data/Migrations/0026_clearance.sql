-- Links with which somebody without an account reads a submission, while its owner has it cleared. Of the secret only its hash is kept.
create table clearance_links (
    submission_id uuid primary key references submissions (id) on delete cascade,
    hash bytea not null,
    expires_at timestamptz not null
);
create unique index clearance_links_hash on clearance_links (hash);
