-- Calls on their way in stand beside the public ones, under one id for good. The form is as it was typed, with the contact that members
-- see; what of it is public goes into the content at publication.
alter table calls drop constraint calls_state_check;
alter table calls add constraint calls_state_check
    check (state in ('draft', 'submitted', 'changes_requested', 'refused', 'published', 'cancelled', 'completed', 'archived'));
alter table calls add constraint calls_public_have_slug
    check ((slug is not null) = (state in ('published', 'cancelled', 'completed', 'archived')));

alter table calls
    add column owner text,
    add column form jsonb not null default '{}',
    add column idempotency_key text,
    add column submitted_at timestamptz,
    add column submitted_by uuid,
    add column waits_since timestamptz,
    add column deadline_set_at timestamptz,
    add column outcome jsonb;
update calls set waits_since = recorded_at;
alter table calls alter column waits_since set not null;
alter table calls add constraint calls_have_owner check ((owner is null) = (archive_key is not null));
alter table calls add constraint calls_completed_have_outcome check (state <> 'completed' or archive_key is not null or outcome is not null);

create unique index calls_owner_key on calls (owner, idempotency_key);
create index calls_owner on calls (owner, recorded_at desc);
create index calls_queue on calls (state, waits_since) where owner is not null;
create index calls_submitted_by on calls (submitted_by) where submitted_by is not null;

-- What happened to a call, in review and in public.
create table call_steps (
    id uuid primary key,
    call_id uuid not null references calls (id) on delete cascade,
    at timestamptz not null,
    kind text not null check (kind in (
        'submitted', 'taken_back', 'changes_requested', 'refused', 'published', 'extended', 'cancelled', 'reopened', 'completed')),
    by_secretariat boolean not null,
    text text,
    comments jsonb not null,
    before jsonb
);

create index call_steps_call on call_steps (call_id, at);

-- Moments that are to be told of when they come; a row goes away in the transaction that tells.
create table call_dues (
    call_id uuid not null references calls (id),
    moment text not null check (moment in ('opened', 'closed')),
    at timestamptz not null,
    primary key (call_id, moment, at)
);

create index call_dues_at on call_dues (at);
