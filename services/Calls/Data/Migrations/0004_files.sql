-- Documents of calls: sent to a draft, shown once its form names them, public once the call's content does.
create table call_files (
    id uuid primary key,
    call_id uuid not null references calls (id) on delete cascade,
    name text not null,
    media_type text not null,
    sha256 bytea not null,
    bytes integer not null,
    content bytea not null,
    added_at timestamptz not null
);
create unique index call_files_content on call_files (call_id, sha256);

-- Documents of replies stand in a table of their own: only the call's owner and whoever sent one read them, and they go with the reply.
alter table call_replies add column files jsonb not null default '[]';
create table call_reply_files (
    id uuid primary key,
    call_id uuid not null references calls (id) on delete cascade,
    sender text not null,
    reply_id uuid references call_replies (id) on delete cascade,    -- null: before a reply names it
    name text not null,
    media_type text not null,
    sha256 bytea not null,
    bytes integer not null,
    content bytea not null,
    added_at timestamptz not null
);
create unique index call_reply_files_content on call_reply_files (call_id, sender, sha256);
create index call_reply_files_reply on call_reply_files (reply_id);
create index call_reply_files_sender on call_reply_files (sender);
create index call_reply_files_waiting on call_reply_files (added_at) where reply_id is null;

-- Documents and images are packed already.
alter table call_files alter column content set storage external;
alter table call_reply_files alter column content set storage external;
