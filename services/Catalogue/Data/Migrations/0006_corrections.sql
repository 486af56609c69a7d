-- A submission may also correct a practice that is published: then it holds what the form said when the correction began.
alter table submissions add column base jsonb;
alter table submissions drop constraint submissions_published_have_entry;
alter table submissions add constraint submissions_have_entry check (
    case when base is null then (state = 'published') = (entry_id is not null) else entry_id is not null end
);

-- Colleagues who want to correct the same practice work on one correction.
create unique index submissions_one_correction on submissions (entry_id) where base is not null and state in ('draft', 'submitted', 'changes_requested');

create index entries_owner_country on entries (owner_country) where owner_country is not null;
create index entries_owner_organisation on entries (owner_organisation) where owner_organisation is not null;
