-- Reminders wait for weeks: what is due is found without looking at them.
create index deliveries_due on deliveries (due_at) where state = 'waiting';
