-- For which days owners were reminded that a practice is due for review: each once.
create table review_reminders (
    entry_id uuid not null references entries (id),
    due_on date not null,
    reminded_at timestamptz not null,
    primary key (entry_id, due_on)
);
