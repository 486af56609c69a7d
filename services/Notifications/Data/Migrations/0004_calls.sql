-- Calls for action as their owners published them: what mails about them say, and what they are measured against.
create table calls (
    id uuid primary key,
    version integer not null,
    slug text not null,
    language text not null,
    titles jsonb not null,        -- by language
    state text not null,
    closes_at timestamptz,
    deadline jsonb,               -- as its owner states it: date, time, zone, precision
    deadline_set_at timestamptz,
    deadline_before jsonb,        -- the one that it replaced
    owner text
);

create table follows (
    member_id uuid not null,
    call_id uuid not null references calls (id),
    followed_at timestamptz not null,
    primary key (member_id, call_id)
);
create index follows_call on follows (call_id);

-- Each rung of each deadline that was ever planned for somebody. Never swept: what stands here is not planned again.
create table reminders (
    id uuid primary key,
    member_id uuid not null,
    call_id uuid not null references calls (id),
    closes_at timestamptz not null,
    days integer not null
);
create index reminders_member on reminders (member_id);
create index reminders_call on reminders (call_id, closes_at);

create table preferences (
    member_id uuid primary key,
    days integer[] not null,
    hour integer not null check (hour between 0 and 23),
    "off" text[] not null
);

-- What happened to calls. It is told when the call is known as it was then, and never again.
create table call_news (
    id uuid primary key,
    call_id uuid not null,
    version integer not null,
    change text not null,
    at timestamptz not null,
    reason text,
    told boolean not null
);
create index call_news_call on call_news (call_id);

alter table submissions add column of_call boolean not null default false;
