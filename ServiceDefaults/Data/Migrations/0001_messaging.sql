create table outbox (
    id uuid primary key,                     -- version 7, and the message's id
    event_type text not null,
    body json,                               -- dropped at confirmation
    traceparent text,
    created_at timestamptz not null default now(),
    attempts integer not null default 0,
    next_attempt_at timestamptz not null default now(),
    last_error text,
    sent_at timestamptz
);
create index outbox_waiting on outbox (next_attempt_at, id) where sent_at is null;
create index outbox_sent on outbox (sent_at) where sent_at is not null;

create function outbox_added() returns trigger language plpgsql as $$
begin
    perform pg_notify('outbox', '');
    return null;
end $$;
create trigger outbox_added after insert on outbox for each statement execute function outbox_added();

create table inbox (
    message_id uuid not null,
    consumer text not null,
    received_at timestamptz not null default now(),
    primary key (message_id, consumer)
);
create index inbox_received on inbox (received_at);

create table dead_letters (
    id uuid primary key,
    queue text not null,
    message_id uuid,
    event_type text,
    body text not null,                      -- as it was delivered
    error text,
    failed_at timestamptz not null default now(),
    replayed_at timestamptz
);
create index dead_letters_failed on dead_letters (failed_at);
