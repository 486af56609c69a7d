-- The secretariat may accept a submission now and have it published on a later day.
alter table submissions add column publish_on date;
alter table submissions add column publish_by uuid;
alter table submissions add constraint submissions_scheduled check (
    (publish_on is null) = (publish_by is null) and (publish_on is null or state = 'submitted')
);
create index submissions_publish_on on submissions (publish_on) where publish_on is not null;
alter table submission_steps drop constraint submission_steps_kind_check;
alter table submission_steps add constraint submission_steps_kind_check
    check (kind in ('submitted', 'taken_back', 'changes_requested', 'scheduled', 'unscheduled', 'published', 'refused', 'message'));
