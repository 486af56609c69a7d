-- Calls are another service's: here stands what their last event told, for links that lead to them.
create table known_calls (
    id uuid primary key,
    version integer not null,
    slug text not null unique,
    language text not null,
    titles jsonb not null,
    owner text
);

-- From which services it was asked what they had published before this one listened.
create table replays (
    service text primary key,
    done_at timestamptz not null
);

-- What came out of what. Ends are keys, as those of entry_references: one that leads to nothing public is simply not shown.
-- Rows are withdrawn, never deleted.
create table chain_links (
    id uuid primary key,
    from_key text not null,
    to_key text not null,
    relation text not null check (relation in ('led-to', 'updates', 'adapts')),
    said_by text not null,
    said_at timestamptz not null,
    verified_on date,
    withdrawn_at timestamptz,
    withdrawal_reason text,
    version integer not null,
    constraint chain_links_two_ends check (from_key <> to_key),
    constraint chain_links_withdrawn check ((withdrawn_at is null) = (withdrawal_reason is null))
);
create unique index chain_links_one on chain_links (from_key, to_key, relation) where withdrawn_at is null;
create index chain_links_from on chain_links (from_key);
create index chain_links_to on chain_links (to_key);
