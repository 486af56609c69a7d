-- How far each contribution has come, as its events tell: what a mail about an earlier step is measured against.
create table submissions (
    id uuid primary key,
    version integer not null,
    step text not null,
    member_id uuid not null,
    field text
);
create index submissions_member on submissions (member_id);
