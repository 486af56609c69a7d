create table sessions (
    key bytea primary key,                   -- SHA-256 of the cookie's value, which is kept nowhere
    subject text not null,
    provider_session text,                   -- the provider's sid
    secrets bytea not null,                  -- tokens and profile, encrypted
    token_expires_at timestamptz not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null
);
create index sessions_subject on sessions (subject);
create index sessions_provider_session on sessions (provider_session);
create index sessions_created on sessions (created_at);
create index sessions_last_seen on sessions (last_seen_at);

-- Logout tokens that have been obeyed, until they expire.
create table logout_tokens (
    jti text primary key,
    expires_at timestamptz not null
);

create table data_protection_keys (
    name text primary key,
    xml text not null                        -- sealed with a secret that is not in the database
);
