-- What readers say is wrong with the page of a call. The address of whoever wants to be asked back is deleted a while after the report is closed.
create table reader_reports (
    id uuid primary key,
    call_id uuid not null references calls (id),
    kind text not null check (kind in ('outdated', 'dead_link', 'wrong_fact', 'not_public', 'other')),
    message text not null,
    email text,
    version integer not null,
    reported_at timestamptz not null,
    closed_at timestamptz,
    closed_by uuid,
    note text,
    idempotency_key text,
    constraint reader_reports_closed check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (note is null))
);

-- Readers have no account: a key is theirs together with the page.
create unique index reader_reports_key on reader_reports (call_id, idempotency_key);
create index reader_reports_open on reader_reports (reported_at) where closed_at is null;
create index reader_reports_email on reader_reports (closed_at) where email is not null;
