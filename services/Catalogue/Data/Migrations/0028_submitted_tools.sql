-- Members contribute policy tools as they do practices: the same steps, another form.
alter table submissions add column kind text not null default 'practice' check (kind in ('practice', 'tool'));

-- Whoever contributes a tool may name the practices that use it, which so far only these could say.
alter table entry_references drop constraint entry_references_relation_check;
alter table entry_references add constraint entry_references_relation_check check (relation in ('part-of', 'related', 'presented-at', 'uses', 'used-by', 'web'));
