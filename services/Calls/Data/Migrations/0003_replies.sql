-- Replies to calls, from members and guests. Only the call's owner and whoever wrote one read it; names and addresses stand here and nowhere else.
create table call_replies (
    id uuid primary key,
    call_id uuid not null references calls (id),
    member_id uuid,                          -- null: a guest
    entity text,                             -- for whom the member acts
    name text not null,
    organisation text,
    email text,
    language text check (language in ('en', 'fr', 'es')),
    country text,
    names_country boolean not null,
    offers text[] not null check (cardinality(offers) > 0),
    message text not null,
    version integer not null,
    sent_at timestamptz not null,
    changed_at timestamptz not null,
    confirmed_at timestamptz,                -- before that nobody sees it
    answers jsonb not null,
    idempotency_key text,
    constraint call_replies_of_guests check ((member_id is null) = (email is not null) and (email is null) = (language is null)),
    constraint call_replies_of_members check (member_id is null or confirmed_at is not null)
);

create unique index call_replies_member on call_replies (call_id, member_id);
create unique index call_replies_key on call_replies (call_id, idempotency_key);
create index call_replies_by_member on call_replies (member_id, sent_at desc) where member_id is not null;
create index call_replies_email on call_replies (email) where email is not null;
create index call_replies_waiting on call_replies (sent_at) where confirmed_at is null;

-- A mail that is sent again has another link. Of the secrets only their hashes are kept.
create table call_reply_links (
    hash bytea primary key,
    reply_id uuid not null references call_replies (id) on delete cascade
);
create index call_reply_links_reply on call_reply_links (reply_id);
