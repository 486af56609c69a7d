-- What a thread is about that a member opened with those who answer for an entry of the catalogue. What the entry is called, and whose it is,
-- is what the catalogue said then; who may read the thread follows from its parties.
create table members.engagements (
    thread_id uuid primary key references members.threads on delete cascade,
    version integer not null,
    kind text not null check (kind in ('ask', 'offer', 'adapt', 'present')),
    -- Of what somebody would present at a session.
    title text,
    state text not null check (state in ('open', 'answered', 'closed')),
    outcome text check (outcome in ('agreed', 'not_now', 'withdrawn')),
    entry_id uuid not null,
    entry_kind text not null check (entry_kind in ('practice', 'tool', 'session')),
    entry_slug text not null,
    entry_title text not null,
    entry_language text not null,
    -- Null for somebody who has left.
    asked_by uuid references members.members on delete set null,
    asked_at timestamptz not null,
    answered_at timestamptz,
    closed_at timestamptz,
    idempotency_key text,
    check ((title is not null) = (kind = 'present')),
    check ((outcome is not null) = (state = 'closed') and (closed_at is not null) = (state = 'closed'))
);

create index engagements_entry on members.engagements (entry_id);
create index engagements_asked_by on members.engagements (asked_by, asked_at);
create index engagements_open on members.engagements (asked_at) where state = 'open';
create unique index engagements_idempotency on members.engagements (asked_by, idempotency_key);

-- One of each kind that is not closed, for each member and entry.
create unique index engagements_once on members.engagements (asked_by, entry_id, kind) where state <> 'closed';
