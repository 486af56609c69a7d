-- Secrets of links in mails: only their hashes.
create table provider.secret_links (
    id uuid primary key,
    purpose text not null check (purpose in ('Confirm', 'Reset', 'Invitation')),
    subject uuid not null,                   -- an account or an invitation
    hash bytea not null unique,
    expires_at timestamptz not null,
    used_at timestamptz
);

create index secret_links_subject on provider.secret_links (subject);

create table provider.second_factors (
    account_id uuid primary key,
    protected_key text not null,
    added_at timestamptz not null,
    last_step bigint not null
);

create table provider.recovery_codes (
    account_id uuid not null,
    hash bytea not null,
    primary key (account_id, hash)
);

-- Challenges of passkeys that were answered: none is taken twice.
create table provider.answered_challenges (
    id uuid primary key,
    at timestamptz not null
);

-- How often something was tried; keys are hashes of addresses and accounts.
create table provider.attempts (
    key text primary key,
    since timestamptz not null,
    count integer not null
);

-- What happened to which account: no addresses, no names, names of fields and never their values.
create table provider.security_events (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    account_id uuid not null,
    actor uuid,
    action text not null,
    fields text[] not null
);

create index security_events_account on provider.security_events (account_id, id desc);

create function provider.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;

create trigger security_events_append_only before update or delete or truncate on provider.security_events
    for each statement execute function provider.refuse_change();
