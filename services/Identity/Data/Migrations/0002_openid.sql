-- Keys that sign tokens; the private half is sealed. Each signs from its time on until the next one's.
create table provider.signing_keys (
    id text primary key,
    protected_key text not null,
    signs_from timestamptz not null unique
);

-- What a client holds on the strength of a session. All tokens of a grant stand and fall with it.
create table provider.grants (
    id uuid primary key,
    client_id text not null,
    account_id uuid not null,
    session_id uuid not null references provider.sessions (id) on delete cascade,
    scopes text[] not null,
    granted_at timestamptz not null,
    expires_at timestamptz not null,
    redeemed_at timestamptz,
    revoked_at timestamptz
);

create index grants_session on provider.grants (session_id);

-- Codes and refresh tokens: only their hashes. Used ones are kept, to notice a second use.
create table provider.authorization_codes (
    hash bytea primary key,
    grant_id uuid not null unique references provider.grants (id) on delete cascade,
    redirect_uri text not null,
    challenge text not null,
    nonce text,
    expires_at timestamptz not null,
    used_at timestamptz
);

create table provider.refresh_tokens (
    hash bytea primary key,
    grant_id uuid not null references provider.grants (id) on delete cascade,
    issued_at timestamptz not null,
    used_at timestamptz
);

create index refresh_tokens_grant on provider.refresh_tokens (grant_id);

-- Clients that have yet to hear that a session ended; a row goes when its client has answered.
create table provider.logout_notices (
    id uuid primary key,
    client_id text not null,
    account_id uuid not null,
    session_id uuid not null,
    created_at timestamptz not null,
    attempts integer not null,
    next_attempt_at timestamptz not null
);

create index logout_notices_due on provider.logout_notices (next_attempt_at);
