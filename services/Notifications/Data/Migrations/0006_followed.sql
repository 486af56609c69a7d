-- How often members hear of what is new in what they follow, and when they are left alone.
alter table preferences
    add column frequency text not null default 'weekly' check (frequency in ('each', 'daily', 'weekly')),
    add column quiet_from integer check (quiet_from between 0 and 23),
    add column quiet_to integer check (quiet_to between 0 and 23),
    add check ((quiet_from is null) = (quiet_to is null) and quiet_from <> quiet_to);

-- Entries of the catalogue as they were published, or the version at which they went.
create table entries (
    id uuid primary key,
    version integer not null,
    kind text not null,
    path text not null,
    language text not null,
    titles jsonb not null,        -- by language
    owner text,
    withdrawn boolean not null
);

create table entry_follows (
    member_id uuid not null,
    entry_id uuid not null references entries (id),
    followed_at timestamptz not null,
    primary key (member_id, entry_id)
);
create index entry_follows_entry on entry_follows (entry_id);

-- A mail of what is new, planned for a member. What it holds is settled when it is first composed.
create table digests (
    id uuid primary key,
    member_id uuid not null,
    due_at timestamptz not null,
    composed_at timestamptz
);
create index digests_member on digests (member_id);

-- What is new for a member, with the searches that found it. Never swept: what stands here is not told again.
create table found_items (
    member_id uuid not null,
    kind text not null,
    entry_id uuid not null,
    version integer not null,     -- of an entry that they follow; 0 for what a search found
    path text not null,
    language text not null,
    titles jsonb not null,
    owner text,
    search_ids uuid[] not null,
    search_names text[] not null,
    found_at timestamptz not null,
    digest_id uuid references digests (id),
    primary key (member_id, kind, entry_id, version)
);
create index found_items_waiting on found_items (member_id) where digest_id is null;
create index found_items_digest on found_items (digest_id) where digest_id is not null;

-- Which services have told once all that they had before this one listened.
create table replays (
    service text primary key,
    done_at timestamptz not null
);
