create table deliveries (
    id uuid primary key,
    recipient uuid not null,                 -- a member, invitation or registration; its address is looked up at sending
    subject uuid not null,                   -- what the mail is about
    occasion text not null,                  -- why it is sent: names its IMailOccasion
    due_at timestamptz not null,             -- business time; all other instants are real time
    state text not null default 'waiting' check (state in ('waiting', 'sent', 'dropped', 'failed')),
    created_at timestamptz not null default now(),
    attempts integer not null default 0,
    next_attempt_at timestamptz not null default now(),
    last_error text,                         -- codes only: what a mail server says may hold an address
    finished_at timestamptz
);
create unique index deliveries_once on deliveries (recipient, subject, occasion);
create index deliveries_waiting on deliveries (next_attempt_at, id) where state = 'waiting';
create index deliveries_finished on deliveries (finished_at) where finished_at is not null;

create function delivery_planned() returns trigger language plpgsql as $$
begin
    perform pg_notify('deliveries', '');
    return null;
end $$;
create trigger delivery_planned after insert on deliveries for each statement execute function delivery_planned();
