create schema members;

-- Who asked to be a member, is one, or was one. The id is the account's, the provider's sub; nothing here refers to its tables.
create table members.members (
    id uuid primary key,
    issuer text not null,
    state text not null check (state in ('unconfirmed', 'waiting', 'approved', 'refused', 'ended')),
    version integer not null,
    name text not null,
    email text not null,
    language text not null check (language in ('en', 'fr', 'es')),
    time_zone text not null,
    country text,
    organisation text,
    organisation_type text not null,
    unit text,
    position text,
    role_asked text,
    statement text,
    roles text[] not null,
    entity text,
    registered_at timestamptz not null,
    decided_at timestamptz,
    decided_by uuid,
    reason text,
    expires_at timestamptz
);

create index members_waiting on members.members (registered_at) where state = 'waiting';
create index members_entity on members.members (entity);
create unique index members_email on members.members (email);

create table members.invitations (
    id uuid primary key,
    name text not null,
    email text not null,
    language text not null check (language in ('en', 'fr', 'es')),
    country text,
    organisation text,
    organisation_type text not null,
    unit text,
    position text,
    role text not null,
    entity text,
    succeeds uuid,
    invited_by uuid,
    invited_at timestamptz not null,
    expires_at timestamptz not null,
    mailing uuid not null,
    sent_at timestamptz,
    accepted_at timestamptz,
    withdrawn_at timestamptz
);

create index invitations_entity on members.invitations (entity);

-- One person is invited once at a time.
create unique index invitations_open on members.invitations (email) where accepted_at is null and withdrawn_at is null;
