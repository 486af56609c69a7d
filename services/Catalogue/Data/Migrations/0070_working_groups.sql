-- Working groups of the forum. The version counts every change; the public one those that everybody reads, of which search hears.
create table working_groups (
    id uuid primary key,
    slug text not null,
    content jsonb not null,
    version integer not null,
    public_version integer not null
);
create unique index working_groups_slug on working_groups (slug);

-- Their documents: each is shown once the group names it, to everybody or to members.
create table working_group_files (
    id uuid primary key,
    group_id uuid not null references working_groups (id),
    name text not null,
    media_type text not null,
    sha256 bytea not null,
    bytes integer not null,
    content bytea not null,
    added_at timestamptz not null
);
create unique index working_group_files_content on working_group_files (group_id, sha256);
alter table working_group_files alter column content set storage external;

-- The groups that the forum's own pages name; what they were to do is not recorded. Public once the service has told of them.
insert into working_groups (id, slug, content, version, public_version) values
    ('0190b6f0-0000-7000-8000-000000007001', 'protecting-and-empowering-migrants', '{"name": "Protecting and Empowering Migrants", "language": "en"}', 1, 0),
    ('0190b6f0-0000-7000-8000-000000007002', 'policy-coherence-data-and-research', '{"name": "Policy Coherence, Data and Research", "language": "en"}', 1, 0),
    ('0190b6f0-0000-7000-8000-000000007003', 'sustainable-development', '{"name": "Sustainable Development and International Migration", "language": "en"}', 1, 0),
    ('0190b6f0-0000-7000-8000-000000007004', 'covid-19', '{"name": "Impacts of Covid-19 on Migrants, Migration and Development", "language": "en", "fromYear": 2020, "toYear": 2022}', 1, 0);
