-- Whom a call is for.
alter table calls
    add column countries_wanted text[] not null default '{}',
    add column themes text[] not null default '{}';

-- In which themes members offer experience.
create table interests (
    member_id uuid primary key,
    version integer not null,
    offers text[] not null
);
create index interests_offers on interests using gin (offers);

-- Who was ever planned to be told that a call has opened. Never swept: what stands here is not planned again.
create table matches (
    member_id uuid not null,
    call_id uuid not null references calls (id),
    primary key (member_id, call_id)
);

create table not_for_us (
    member_id uuid not null,
    call_id uuid not null references calls (id),
    said_at timestamptz not null,
    primary key (member_id, call_id)
);
