-- How often readers searched for a text, and how often that found nothing. A day is as exact as it gets, and nothing says who asked.
create table query_counts (
    text text not null check (length(text) <= 80),
    day date not null,
    asked integer not null,
    empty integer not null check (empty <= asked),
    primary key (text, day)
);
create index query_counts_day on query_counts (day);

-- Expressions that mean the same, as the secretariat says.
create table synonym_groups (
    id uuid primary key,
    version integer not null,
    expressions text[] not null check (cardinality(expressions) >= 2),
    is_one_way boolean not null,
    created_by uuid not null,
    idempotency_key text
);
create unique index synonym_groups_key on synonym_groups (created_by, idempotency_key);

-- Goes up with every change of a group, whoever makes it: replicas look at it. Its row is also the lock under which groups change.
create table synonym_state (
    is_only boolean primary key default true check (is_only),
    revision bigint not null
);
insert into synonym_state (revision) values (0);

create function count_synonym_change() returns trigger language plpgsql as $$
begin
    update synonym_state set revision = revision + 1;
    return null;
end
$$;

create trigger synonym_groups_changed after insert or update or delete or truncate on synonym_groups
    for each statement execute function count_synonym_change();

-- Who did what to which group; names of fields, never their values.
create table audit (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor text not null,
    action text not null,
    subject_id uuid not null,
    version integer not null,
    fields text[] not null
);

create index audit_subject on audit (subject_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;

create trigger audit_append_only before update or delete or truncate on audit
    for each statement execute function refuse_change();
