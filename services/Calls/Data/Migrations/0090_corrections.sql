-- The words of a public call can be mended.
alter table call_steps drop constraint call_steps_kind_check;
alter table call_steps add constraint call_steps_kind_check check (kind in (
    'submitted', 'taken_back', 'changes_requested', 'refused', 'published', 'extended', 'cancelled', 'reopened', 'completed', 'corrected'));
