create table note (
    id uuid primary key,
    text text not null
);
create table received_note (
    id uuid primary key,
    note_id uuid not null,
    message_id uuid not null
);
