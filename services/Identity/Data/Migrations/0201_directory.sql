-- Both are trusted: the owner of the database may create them.
create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;

-- How names are compared: without accents and case. The dictionary is named, because only then the result is the same for good.
create function members.folded(text) returns text language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent', $1));

-- What the directory shows of a member, and to whom.
alter table members.members
    add column telephone text,
    add column about text,
    add column languages text[] not null default '{}',
    add column offers text[] not null default '{}',
    add column seeks text[] not null default '{}',
    add column hidden boolean not null default false,
    add column email_visibility text not null default 'secretariat' check (email_visibility in ('members', 'secretariat')),
    add column telephone_visibility text not null default 'secretariat' check (telephone_visibility in ('members', 'secretariat')),
    add column position_visibility text not null default 'members' check (position_visibility in ('members', 'secretariat')),
    add column about_visibility text not null default 'members' check (about_visibility in ('members', 'secretariat'));

-- What a search looks at. What members do not see is not in what their searches look at, so it cannot be guessed letter by letter.
alter table members.members
    add column found_by text not null generated always as (members.folded(
        name || ' ' || coalesce(organisation, '')
        || case when position_visibility = 'members' then ' ' || coalesce(unit, '') || ' ' || coalesce(position, '') else '' end)) stored,
    add column found_by_staff text not null generated always as (members.folded(
        name || ' ' || coalesce(organisation, '') || ' ' || coalesce(unit, '') || ' ' || coalesce(position, ''))) stored;
