create schema provider;
create table provider.accounts (
    id uuid primary key, user_name text, normalized_user_name text, email text, normalized_email text, email_confirmed boolean not null,
    password_hash text, security_stamp text, concurrency_stamp text, phone_number text, phone_number_confirmed boolean not null,
    two_factor_enabled boolean not null, lockout_end timestamptz, lockout_enabled boolean not null, access_failed_count integer not null);
create unique index on provider.accounts (normalized_email);
create table provider.passkeys (credential_id bytea primary key, user_id uuid not null references provider.accounts (id) on delete cascade, data jsonb not null);
create table provider.sessions (
    id uuid primary key,
    account_id uuid not null,
    methods text[] not null,
    device text not null,
    started_at timestamptz not null,
    ended_at timestamptz);
