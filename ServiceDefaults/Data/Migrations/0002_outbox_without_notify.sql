-- The process that commits an event wakes its own dispatcher; others look every second.
drop trigger outbox_added on outbox;
drop function outbox_added();
