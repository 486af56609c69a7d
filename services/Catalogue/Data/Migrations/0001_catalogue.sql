-- Organisations, by the slug of their public address; spellings lead to it.
create table organisations (
    slug text primary key,
    name text not null,
    acronym text,
    type text
);

create table organisation_spellings (
    spelling text primary key,
    slug text not null references organisations (slug)
);

create table summits (
    number integer primary key,
    year integer not null,
    city text not null,
    host_country text not null,
    start_date date,
    end_date date,
    themes text[] not null,
    sources jsonb not null
);

-- Practices, policy tools and sessions. Arrays repeat what the current revision says, for filters and lists.
create table entries (
    id uuid primary key,
    kind text not null check (kind in ('practice', 'tool', 'session')),
    slug text,
    state text not null check (state in ('draft', 'published', 'archived', 'withdrawn', 'merged')),
    version integer not null,
    archival boolean not null,
    owner_country text,
    owner_organisation text references organisations (slug),
    language text not null,
    title text collate "und-x-icu" not null,
    texts jsonb not null,
    countries text[] not null,
    regions text[] not null,
    themes text[] not null,
    suggested_themes text[] not null,
    gcm_objectives text[] not null,
    sdg_targets text[] not null,
    organisations text[] not null,
    organisation_types text[] not null,
    summits integer[] not null,
    working_groups text[] not null,
    type text,
    status text,
    year integer,
    date_added date,
    newest date,
    published_at timestamptz,
    recorded_at timestamptz not null,
    withdrawn_at timestamptz,
    withdrawal_reason text,
    merged_into uuid references entries (id),
    -- An address stays its entry's, even when that is withdrawn.
    constraint entries_kind_slug unique (kind, slug),
    constraint entries_public_have_slug check (state = 'draft' or slug is not null),
    constraint entries_one_owner check (owner_country is null or owner_organisation is null),
    constraint entries_withdrawn_say_why check (state not in ('withdrawn', 'merged') or (withdrawn_at is not null and withdrawal_reason is not null)),
    constraint entries_merged_say_where check ((state = 'merged') = (merged_into is not null))
);

create index entries_newest on entries (kind, newest desc nulls last, title, id) where state in ('published', 'archived');
create index entries_title on entries (kind, title, id) where state in ('published', 'archived');
create index entries_countries on entries using gin (countries);
create index entries_regions on entries using gin (regions);
create index entries_themes on entries using gin (themes);
create index entries_gcm_objectives on entries using gin (gcm_objectives);
create index entries_sdg_targets on entries using gin (sdg_targets);
create index entries_organisations on entries using gin (organisations);
create index entries_organisation_types on entries using gin (organisation_types);
create index entries_summits on entries using gin (summits);
create index entries_working_groups on entries using gin (working_groups);
create index entries_year on entries (year);

create table entry_revisions (
    entry_id uuid not null references entries (id),
    version integer not null,
    state text not null,
    content jsonb not null,
    recorded_at timestamptz not null,
    note text,
    primary key (entry_id, version)
);

-- Keys of import rows and kind/slug addresses; the target is an entry or a Migration Profile.
create table entry_keys (
    key text primary key,
    target_id uuid not null
);

create index entry_keys_target on entry_keys (target_id);

create table entry_references (
    entry_id uuid not null references entries (id),
    relation text not null check (relation in ('part-of', 'related', 'presented-at', 'uses')),
    target_key text not null,
    primary key (entry_id, relation, target_key)
);

create index entry_references_target on entry_references (target_key);

create table migration_profiles (
    id uuid primary key,
    country text not null,
    year integer not null,
    language text not null,
    url text not null,
    title text,
    version integer not null,
    withdrawn_at timestamptz,
    withdrawal_reason text,
    unique (country, year, language)
);

-- The last row applied for each key, so that the same row is not applied twice.
create table import_rows (
    key text primary key,
    row_hash text not null,
    file_hash text not null,
    row_number integer not null,
    applied_at timestamptz not null
);

create table import_runs (
    id uuid primary key,
    file text not null,
    file_hash text not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    imported integer not null default 0,
    updated integer not null default 0,
    unchanged integer not null default 0,
    withdrawn integer not null default 0,
    rejected integer not null default 0
);

create table entry_counts (
    day date not null,
    entry_id uuid not null references entries (id),
    views integer not null,
    downloads integer not null,
    primary key (day, entry_id)
);

-- Who did what to which entry; names of fields, never their values.
create table audit (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor text not null,
    action text not null,
    subject_kind text not null,
    subject_id uuid not null,
    version integer not null,
    fields text[] not null
);

create index audit_subject on audit (subject_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;

create trigger audit_append_only before update or delete or truncate on audit
    for each statement execute function refuse_change();

create trigger entry_revisions_append_only before update or delete or truncate on entry_revisions
    for each statement execute function refuse_change();
