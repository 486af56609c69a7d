-- Where the mail was planned: sending it belongs to the same trace (W3C traceparent).
alter table deliveries add column traceparent text;
