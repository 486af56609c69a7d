-- What the secretariat enters for a government or an organisation, which confirms each text by a link before it is published.
alter table submissions add column on_behalf boolean not null default false;
-- The version of the submission by which its text changed last: other moves count versions too, and leave what was confirmed as it was.
alter table submissions add column text_version integer not null default 1;
update submissions set text_version = version;

create table confirmations (
    id uuid primary key,
    submission_id uuid not null references submissions (id) on delete cascade,
    asked integer not null,                  -- the version of the submission that asking made: the highest one counts
    text_version integer not null,           -- of the text that it is about
    email text not null,
    language text not null check (language in ('en', 'fr', 'es')),
    asked_at timestamptz not null,
    expires_at timestamptz not null,
    answered_at timestamptz,
    answer text check (answer in ('confirmed', 'changes')),
    comment text,
    constraint confirmations_answered check ((answered_at is null) = (answer is null))
);
create unique index confirmations_asked on confirmations (submission_id, asked);

-- A mail that is sent again has another link. Of the secrets only their hashes are kept.
create table confirmation_links (
    hash bytea primary key,
    confirmation_id uuid not null references confirmations (id) on delete cascade
);
create index confirmation_links_confirmation on confirmation_links (confirmation_id);
