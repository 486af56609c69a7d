-- Whom members may ask about an entry, beside its revisions: these are kept for good, a contact is not.
create table entry_contacts (
    entry_id uuid not null references entries (id),
    position integer not null check (position between 1 and 3),
    name text not null,
    email text not null,
    phone text,
    primary key (entry_id, position)
);
