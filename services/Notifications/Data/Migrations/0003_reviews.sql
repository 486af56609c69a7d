-- For whom members act: who is written to when something of a country or organisation is due.
create table appointments (
    member_id uuid primary key,
    version integer not null,
    entity text,
    roles text[] not null,
    until timestamptz
);
create index appointments_entity on appointments (entity) where entity is not null;

-- Practices that are due for review. The id is made of entry and day, and is what the mails are about.
create table reviews_due (
    id uuid primary key,
    slug text not null,
    title text not null,
    owner text not null,
    due_on date not null
);
