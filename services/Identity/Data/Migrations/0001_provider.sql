create schema provider;

-- Who can sign in. Columns are those of ASP.NET Core Identity's user.
create table provider.accounts (
    id uuid primary key,
    user_name text,
    normalized_user_name text,
    email text,
    normalized_email text,
    email_confirmed boolean not null,
    password_hash text,
    security_stamp text,
    concurrency_stamp text,
    phone_number text,
    phone_number_confirmed boolean not null,
    two_factor_enabled boolean not null,
    lockout_end timestamptz,
    lockout_enabled boolean not null,
    access_failed_count integer not null
);

create unique index accounts_user_name on provider.accounts (normalized_user_name);
create unique index accounts_email on provider.accounts (normalized_email);

create table provider.passkeys (
    credential_id bytea primary key,
    user_id uuid not null references provider.accounts (id) on delete cascade,
    data jsonb not null
);

create index passkeys_user on provider.passkeys (user_id);

-- Browsers that are signed in; the id is the sid of all that is issued on the strength of the session.
create table provider.sessions (
    id uuid primary key,
    account_id uuid not null,
    methods text[] not null,
    device text not null,
    started_at timestamptz not null,
    ended_at timestamptz
);

create index sessions_open on provider.sessions (account_id) where ended_at is null;

-- The keys that seal cookies, forms and stored secrets; all replicas share them.
create table provider.data_protection_keys (
    name text primary key,
    xml text not null
);
