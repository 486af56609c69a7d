alter table note add version integer not null default 1, add idempotency_key text;
create unique index note_idempotency on note (idempotency_key);
