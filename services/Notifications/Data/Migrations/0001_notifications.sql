-- What mails need to know of members: kept from events, emptied when the member is erased.
create table members (
    id uuid primary key,
    version integer not null,
    state text not null check (state in ('member', 'refused', 'erased')),
    name text,
    email text,
    language text,
    time_zone text,
    refusal text,
    check (state <> 'erased' or (name is null and email is null and language is null and time_zone is null and refusal is null))
);

create table introductions (
    id uuid primary key,
    version integer not null,
    from_member uuid not null,
    to_member uuid not null,
    answer text
);
create index introductions_from on introductions (from_member);
create index introductions_to on introductions (to_member);

create table new_devices (
    session_id uuid primary key,
    member_id uuid not null,
    at timestamptz not null,
    device text not null
);
create index new_devices_member on new_devices (member_id);
create index new_devices_at on new_devices (at);
