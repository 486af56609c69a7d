-- A guest's name and address end a year after the call; what they replied stays, without anything that tells who it was.
alter table call_replies add column forgotten_at timestamptz;
alter table call_replies drop constraint call_replies_of_guests;
alter table call_replies add constraint call_replies_of_guests
    check ((member_id is null) = (email is not null or forgotten_at is not null) and (email is null) = (language is null) and (email is null or forgotten_at is null));
