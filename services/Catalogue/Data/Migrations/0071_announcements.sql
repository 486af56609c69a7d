-- What the secretariat tells everybody. Withdrawn ones stay: audit records name them.
create table announcements (
    id uuid primary key,
    idempotency_key text,
    title text not null,
    text text not null,
    language text not null check (language in ('en', 'fr', 'es')),
    shown_from date not null,
    link text,
    event jsonb,
    -- Repeat what the event says, as instants, for the order of lists.
    starts_at timestamptz,
    ends_at timestamptz,
    version integer not null,
    changed_at timestamptz not null,
    withdrawn_at timestamptz,
    constraint announcements_events_have_an_end check ((event is null) = (starts_at is null) and (event is null) = (ends_at is null))
);
create unique index announcements_key on announcements (idempotency_key);
create index announcements_shown on announcements (shown_from desc) where withdrawn_at is null;
