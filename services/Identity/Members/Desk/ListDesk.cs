using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using PfP.Contracts;
using PfP.Contracts.Identity.Api;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Desk;

/// <summary>What waits for the reader: of the secretariat, registrations and reports; of everybody, introductions to answer, what was asked about entries, and messages to read.</summary>
internal static class ListDesk
{
    // $1 the reader, $2 whether they are of the secretariat, $3 whom they act for, $4 now. Theirs are the threads that ThreadAccess opens to them.
    private const string Waiting = """
        with theirs as (
            select distinct party.thread_id as id
            from members.thread_parties party
            where party.member_id = $1 or party.entity = $3 or ($2 and (party.kind = 'secretariat' or (party.kind = 'entity' and not exists (
                select from members.members acting
                where acting.entity = party.entity and acting.state = 'approved' and (acting.expires_at is null or acting.expires_at > $4)))))),
        waiting (kind, id, title, since, next) as (
            select 'registration', id, name, registered_at, 'decide' from members.members where $2 and state = 'waiting'
            union all
            select 'abuse_report', report.id, coalesce(author.name, ''), report.reported_at, 'decide'
            from members.abuse_reports report
            left join members.introductions introduction on introduction.id = report.introduction_id
            left join members.messages message on message.id = report.message_id
            left join members.members author on author.id = coalesce(introduction.from_id, message.author_id)
            where $2 and report.closed_at is null
            union all
            select 'introduction', introduction.id, coalesce(asker.name, ''), introduction.asked_at, 'answer'
            from members.introductions introduction
            left join members.members asker on asker.id = introduction.from_id
            where introduction.to_id = $1 and introduction.state = 'open'
            union all
            select 'engagement', engagement.thread_id, coalesce(asker.name, ''), engagement.asked_at, 'answer'
            from members.engagements engagement
            join theirs on theirs.id = engagement.thread_id
            left join members.members asker on asker.id = engagement.asked_by
            where engagement.state = 'open' and engagement.asked_by is distinct from $1
            union all
            select 'unanswered', engagement.entry_id, min(engagement.entry_title), min(engagement.asked_at), 'remind'
            from members.engagements engagement
            where $2 and engagement.state = 'open' and engagement.asked_at <= $4 - interval '14 days'
                and not exists (select from theirs where theirs.id = engagement.thread_id)
            group by engagement.entry_id
            union all
            select 'thread', thread.id,
                coalesce((
                    select string_agg(coalesce(other.name, party.entity), ', ' order by other.name)
                    from members.thread_parties party left join members.members other on other.id = party.member_id
                    where party.thread_id = thread.id and party.member_id is distinct from $1), ''),
                min(message.sent_at), 'read'
            from members.threads thread
            join members.messages message on message.thread_id = thread.id
            left join members.read_marks mark on mark.thread_id = thread.id and mark.member_id = $1
            where message.author_id is distinct from $1 and message.number > coalesce(mark.read_to, 0)
                and exists (select from theirs where theirs.id = thread.id)
                and not exists (select from members.engagements engagement where engagement.thread_id = thread.id and engagement.state = 'open' and engagement.asked_by is distinct from $1)
            group by thread.id)

        """;

    public static async Task<Results<Ok<Page<DeskItem>>, ValidationProblem>> HandleAsync(
        [AsParameters] Paging paging, Reader reader, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellationToken) =>
        paging.Errors() is { Count: > 0 } errors
            ? TypedResults.ValidationProblem(errors)
            : TypedResults.Ok(await database.DeskItemsAsync(
                Waiting,
                () => [new() { Value = reader.Id }, new() { Value = reader.IsStaff }, new NpgsqlParameter<string?> { TypedValue = reader.Entity }, new() { Value = clock.GetUtcNow() }],
                paging,
                cancellationToken));
}
