-- Where the moment was planned: telling of it belongs to the same trace (W3C traceparent).
alter table call_dues add column traceparent text;
