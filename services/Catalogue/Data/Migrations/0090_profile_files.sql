-- A Migration Profile's document may be a file that its country sent: public while a profile names it.
create table profile_files (
    id uuid primary key,
    country text not null,
    name text not null,
    media_type text not null,
    sha256 bytea not null,
    bytes integer not null,
    content bytea not null,
    added_at timestamptz not null
);
create unique index profile_files_content on profile_files (country, sha256);
-- Documents are packed already.
alter table profile_files alter column content set storage external;

-- The one that the url leads to, so that no file goes while a profile shows it.
alter table migration_profiles add column file_id uuid references profile_files (id);
create index migration_profiles_file on migration_profiles (file_id) where file_id is not null;
