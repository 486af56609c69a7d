-- Practices on their way in. The form is as it was typed; what of it becomes public goes into a revision at publication.
create table submissions (
    id uuid primary key,
    owner text not null,
    state text not null check (state in ('draft', 'submitted', 'changes_requested', 'published', 'refused')),
    version integer not null,
    form jsonb not null,
    idempotency_key text,
    changed_at timestamptz not null,
    submitted_at timestamptz,
    waits_since timestamptz not null,
    entry_id uuid references entries (id),
    constraint submissions_published_have_entry check ((state = 'published') = (entry_id is not null))
);

create unique index submissions_owner_key on submissions (owner, idempotency_key);
create index submissions_owner on submissions (owner, changed_at desc);
create index submissions_queue on submissions (state, waits_since);

-- What happened to a submission, and what was said about it.
create table submission_steps (
    id uuid primary key,
    submission_id uuid not null references submissions (id) on delete cascade,
    at timestamptz not null,
    kind text not null check (kind in ('submitted', 'taken_back', 'changes_requested', 'published', 'refused', 'message')),
    by_secretariat boolean not null,
    text text,
    comments jsonb not null,
    idempotency_key text
);

create unique index submission_steps_key on submission_steps (submission_id, idempotency_key);
