-- Owners see the counts of their entries, with those of what was merged into them.
create index entry_counts_entry on entry_counts (entry_id, day);
create index entries_merged_into on entries (merged_into) where merged_into is not null;
