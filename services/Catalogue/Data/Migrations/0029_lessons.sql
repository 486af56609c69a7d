-- What is added to a published practice later: an update or a lesson learned, reviewed as everything else is.
alter table submissions drop constraint submissions_kind_check;
alter table submissions add constraint submissions_kind_check check (kind in ('practice', 'tool', 'lesson'));
alter table submissions drop constraint submissions_have_entry;
alter table submissions add constraint submissions_have_entry check (
    case
        when kind = 'lesson' then entry_id is not null and base is null
        when base is null then (state = 'published') = (entry_id is not null)
        else entry_id is not null
    end
);
