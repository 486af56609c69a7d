-- What was attached to submissions: public once a submission that names it is published, as long as its entry is.
create table files (
    id uuid primary key,
    submission_id uuid not null references submissions (id) on delete cascade,
    name text not null,
    media_type text not null,
    sha256 bytea not null,
    bytes integer not null,
    content bytea not null,
    added_at timestamptz not null
);
create unique index files_content on files (submission_id, sha256);
-- Documents and images are packed already.
alter table files alter column content set storage external;
