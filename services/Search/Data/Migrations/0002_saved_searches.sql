-- Every document in the order in which the index had it for the first time. Sequence 0 is the archive: what a service had before anything
-- was heard of it. Rows are never deleted, so that nothing comes a second time however often the index is built anew.
create table arrivals (
    id uuid primary key,
    sequence bigserial not null
);
create index arrivals_sequence on arrivals (sequence);

-- The services whose archive has come in.
create table archives (
    producer text primary key
);

-- Searches that members follow. What arrived up to the cursor is older than the search, or told.
create table saved_searches (
    id uuid primary key,
    member_id uuid not null,
    name text not null check (length(name) <= 200),
    query text not null,
    saved_at timestamptz not null,
    cursor bigint not null
);
create unique index saved_searches_once on saved_searches (member_id, query);
create index saved_searches_cursor on saved_searches (cursor);
