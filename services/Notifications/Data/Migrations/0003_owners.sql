-- For whom members act: who is written to when something of a country or organisation is due.
create table appointments (
    member_id uuid primary key,
    version integer not null,
    entity text,
    roles text[] not null,
    until timestamptz
);
create index appointments_entity on appointments (entity) where entity is not null;

-- What those hear of who answer for an entry: that a review is due, that it was merged. The id is what the mails are about.
create table owner_notices (
    id uuid primary key,
    owner text not null,
    title text not null,
    path text not null
);
