-- What a member hears of a thread that they opened about an entry: the first answer, and what came of it. To whom, the mail knows. The id is what
-- the mail is about.
create table engagement_answers (
    id uuid primary key,
    thread_id uuid not null,
    title text not null,
    outcome text
);
