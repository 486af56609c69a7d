using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using PfP.Calls.Calls;
using PfP.Contracts;
using PfP.Contracts.Calls;
using PfP.Contracts.Identity.Api;
using PfP.ServiceDefaults;

namespace PfP.Calls.Submissions;

/// <summary>What waits for the reader: of the secretariat, calls to review; of a call's owner, changes to make, replies to answer and outcomes to tell.</summary>
internal static class ListDesk
{
    // $1 whether the reader is of the secretariat, $2 whom they act for, $3 the moment. What a call's owner may not read is counted for nobody else.
    private const string Waiting = $"""
        with waiting (kind, id, title, since, next) as (
            select 'call_review', id, coalesce(form ->> 'title', ''), waits_since, 'review' from calls where $1 and owner is not null and state = '{DraftStates.Submitted}'
            union all
            select 'call_changes', id, coalesce(form ->> 'title', ''), waits_since, 'change' from calls where owner = $2 and state = '{DraftStates.ChangesRequested}'
            union all
            select 'call_replies', calls.id, calls.title, min(reply.changed_at), 'answer'
            from calls join call_replies reply on reply.call_id = calls.id
            where calls.owner = $2 and reply.confirmed_at is not null and reply.forgotten_at is null and reply.answers = '[]'
            group by calls.id
            union all
            select 'call_outcome', id, title, closes_at, 'tell' from calls where owner = $2 and state = '{CallStates.Published}' and closes_at <= $3)

        """;

    public static async Task<Results<Ok<Page<DeskItem>>, ValidationProblem>> HandleAsync(
        [AsParameters] Paging paging, Contributor contributor, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (paging.Errors() is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var now = clock.GetUtcNow();
        return TypedResults.Ok(await database.DeskItemsAsync(
            Waiting,
            () => [new() { Value = contributor.IsStaff }, new NpgsqlParameter<string?> { TypedValue = contributor.Entity }, new() { Value = now }],
            paging,
            cancellationToken));
    }
}
