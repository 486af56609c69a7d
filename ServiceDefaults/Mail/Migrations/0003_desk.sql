-- What the Message-ID says before its @ (WireMail.MessageId): a report of what became of a mail names it by that.
alter table deliveries add column message_key text not null generated always as (
    encode(substring(sha256((recipient::text || '/' || subject::text || '/' || occasion)::bytea) from 1 for 16), 'hex')) stored;
alter table deliveries add column address_hash bytea;                          -- SHA-256 of the address of the last attempt
alter table deliveries add column refused_address text;                        -- only while it has failed, and for a month: somebody has to mend it
alter table deliveries add column attempts_before integer not null default 0;  -- those made until it was last sent again by hand
create index deliveries_message on deliveries (message_key);
create index deliveries_failed on deliveries (finished_at) where state = 'failed';

-- Addresses to which nothing goes. Their hash alone: it is compared and never read, and no further copy of an address is made.
create table paused_addresses (
    address_hash bytea primary key,
    recipient uuid not null,        -- of the mail that came back
    occasion text not null,         -- of that mail
    status text not null,           -- what was answered; codes only
    is_paused boolean not null,
    changed_at timestamptz not null -- the later of two events counts, in whatever order they come
);
