using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Calls.Calls;
using PfP.Calls.Data;
using PfP.Calls.Dues;
using PfP.Contracts.Calls;
using PfP.ServiceDefaults;

namespace PfP.Calls.Submissions;

/// <summary>Whose move it has to be, and when.</summary>
internal enum Turn
{
    /// <summary>The owner's, while the form is theirs to write.</summary>
    Write,

    /// <summary>The owner's, while the secretariat has it.</summary>
    TakeBack,

    /// <summary>The owner's, as long as nobody else has seen it.</summary>
    Discard,

    /// <summary>The secretariat's.</summary>
    Decide,

    /// <summary>The owner's or the secretariat's, once it is public and until it closes.</summary>
    BeforeItCloses,

    /// <summary>The owner's or the secretariat's, when it is closed or cancelled.</summary>
    Reopen,

    /// <summary>The owner's or the secretariat's, when it is closed, or has an outcome that is replaced.</summary>
    Conclude,

    /// <summary>The owner's or the secretariat's, as long as it is public.</summary>
    Correct,
}

/// <summary>How a member changes a call: it is found for them, or the answer says why they may not; then it is saved with its audit record and its events.</summary>
internal sealed class CallTurn(CallsDbContext db, TimeProvider clock, IHttpContextAccessor http)
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <returns>The one, tracked, or the answer.</returns>
    public async Task<(Call? Call, ChangeResult? Obstacle)> TakeAsync(Turn turn, Guid id, IfMatch match, Contributor contributor, CancellationToken cancellationToken)
    {
        if (await contributor.FindAsync(db, id, cancellationToken) is not { } call)
        {
            return (null, TypedResults.NotFound());
        }

        return Obstacle(turn, match, contributor, call, Now) is { } obstacle ? (null, obstacle) : (call, null);
    }

    /// <summary>What is said in public of the change that the contributor makes now.</summary>
    public CallStep Step(Call call, Contributor contributor, string change, string? reason) => new(change, Now, reason, BySecretariat: contributor.IsStaff && !contributor.Owns(call));

    /// <summary>A move that needs nothing but its turn.</summary>
    /// <param name="fields">For the audit record.</param>
    public async Task<ChangeResult> PlayAsync(
        Turn turn, Guid id, IfMatch match, Contributor contributor, string action, Action<Call, DateTimeOffset> move, CancellationToken cancellationToken, params string[] fields)
    {
        var (call, obstacle) = await TakeAsync(turn, id, match, contributor, cancellationToken);
        if (call is null)
        {
            return obstacle!;
        }

        move(call, Now);
        return await DoneAsync(call, contributor, action, fields, cancellationToken);
    }

    public async Task<ChangeResult> DoneAsync(Call call, Contributor contributor, string action, string[] fields, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Record(call, contributor, action, Now, fields);
        db.PublishStep(call);
        if (call.Slug is not null)
        {
            await db.PlanAsync(call, cancellationToken);
        }

        // Of two changes to one version the second fails here.
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Answer(call);
    }

    public ChangeResult Answer(Call call) => TypedResults.Ok(call.View(Now, http.HttpContext!.Response));

    public static ProblemHttpResult? Obstacle(Turn turn, IfMatch match, Contributor contributor, Call call, DateTimeOffset now)
    {
        var (owns, status) = (contributor.Owns(call), call.StatusAt(now));
        var (isTheirs, isTime) = turn switch
        {
            Turn.Write => (owns, call.IsOpenToItsOwner),
            Turn.TakeBack => (owns, call.State == DraftStates.Submitted),
            Turn.Discard => (owns, call is { State: DraftStates.Draft, SubmittedAt: null }),
            Turn.Decide => (contributor.IsStaff, call.State == DraftStates.Submitted),
            Turn.BeforeItCloses => (owns || contributor.IsStaff, CallStatuses.IsToClose(status)),
            Turn.Correct => (owns || contributor.IsStaff, call.Slug is not null),
            Turn.Reopen => (owns || contributor.IsStaff, status is CallStatuses.Closed or CallStates.Cancelled),
            _ => (owns || contributor.IsStaff, status is CallStatuses.Closed or CallStates.Completed),
        };
        return !isTheirs ? Contributor.NotTheirs()
            : call.Version != match.Version ? IfMatch.Outdated(call.Version)
            : !isTime ? Refusals.NotNow(status ?? call.State)
            : null;
    }
}
