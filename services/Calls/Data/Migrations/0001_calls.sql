-- Calls for action. Arrays and instants repeat what the content says, for filters and lists; whether a call is open is never stored.
create table calls (
    id uuid primary key,
    slug text constraint calls_slug unique,
    state text not null check (state in ('published', 'cancelled', 'completed', 'archived')),
    version integer not null,
    archive_key text constraint calls_archive_key unique,
    title text collate "und-x-icu" not null,
    content jsonb not null,
    type text,
    opens_at timestamptz,
    closes_at timestamptz,
    is_extended boolean not null default false,
    countries text[] not null,
    countries_wanted text[] not null,
    regions text[] not null,
    themes text[] not null,
    organisations text[] not null,
    published_at timestamptz,
    recorded_at timestamptz not null,
    constraint calls_archived_have_no_dates check (state <> 'archived' or (opens_at is null and closes_at is null)),
    constraint calls_open_before_they_close check (opens_at < closes_at)
);

create index calls_closes_at on calls (closes_at);
create index calls_opens_at on calls (opens_at);
create index calls_countries on calls using gin (countries);
create index calls_countries_wanted on calls using gin (countries_wanted);
create index calls_regions on calls using gin (regions);
create index calls_themes on calls using gin (themes);

-- Who did what to which call; names of fields, never their values.
create table audit (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor text not null,
    action text not null,
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
