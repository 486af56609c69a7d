-- Whoever leaves is null in what stays with others, and their marks and shares go with them: the references see to that.

-- A conversation of any number of parties, each a member, everybody who acts for a country or organisation, or the secretariat.
create table members.threads (
    id uuid primary key,
    opened_at timestamptz not null,
    last_message_at timestamptz not null,
    last_number integer not null
);

create table members.thread_parties (
    id uuid primary key,
    thread_id uuid not null references members.threads on delete cascade,
    kind text not null check (kind in ('member', 'entity', 'secretariat')),
    member_id uuid references members.members on delete set null,
    entity text,
    check ((entity is not null) = (kind = 'entity') and (member_id is null or kind = 'member'))
);

create index thread_parties_thread on members.thread_parties (thread_id);
create index thread_parties_member on members.thread_parties (member_id);
create index thread_parties_entity on members.thread_parties (entity);

create table members.messages (
    id uuid primary key,
    thread_id uuid not null references members.threads on delete cascade,
    -- From 1, in the order in which they were taken: no clock decides what has been read.
    number integer not null,
    author_id uuid references members.members on delete set null,
    text text not null,
    sent_at timestamptz not null,
    idempotency_key text,
    unique (thread_id, number)
);

create index messages_author on members.messages (author_id, sent_at);
create unique index messages_idempotency on members.messages (thread_id, author_id, idempotency_key);

create table members.read_marks (
    thread_id uuid not null references members.threads on delete cascade,
    member_id uuid not null references members.members on delete cascade,
    read_to integer not null,
    primary key (thread_id, member_id)
);

-- That a member shares address and telephone number there; what they are is read where it stands.
create table members.shared_contacts (
    thread_id uuid not null references members.threads on delete cascade,
    member_id uuid not null references members.members on delete cascade,
    shared_at timestamptz not null,
    primary key (thread_id, member_id)
);

create table members.introductions (
    id uuid primary key,
    version integer not null,
    state text not null check (state in ('open', 'accepted', 'declined', 'withdrawn')),
    from_id uuid references members.members on delete set null,
    to_id uuid references members.members on delete set null,
    message text not null,
    asked_at timestamptz not null,
    answered_at timestamptz,
    thread_id uuid references members.threads on delete set null,
    idempotency_key text
);

create index introductions_to on members.introductions (to_id);
create index introductions_from on members.introductions (from_id, asked_at);
create index introductions_thread on members.introductions (thread_id);
create unique index introductions_idempotency on members.introductions (from_id, idempotency_key);

-- One open introduction between two members, whoever asked.
create unique index introductions_open on members.introductions (least(from_id, to_id), greatest(from_id, to_id)) where state = 'open';

-- An introduction or a message that one of its parties showed to the secretariat.
create table members.abuse_reports (
    id uuid primary key,
    version integer not null,
    reporter_id uuid references members.members on delete set null,
    introduction_id uuid references members.introductions on delete cascade,
    message_id uuid references members.messages on delete cascade,
    reason text not null,
    reported_at timestamptz not null,
    decision text check (decision in ('dismissed', 'member_ended')),
    closed_at timestamptz,
    closed_by uuid,
    check ((introduction_id is null) <> (message_id is null)),
    check ((decision is null) = (closed_at is null))
);

create index abuse_reports_open on members.abuse_reports (reported_at) where closed_at is null;
create unique index abuse_reports_introduction on members.abuse_reports (introduction_id, reporter_id);
create unique index abuse_reports_message on members.abuse_reports (message_id, reporter_id);
