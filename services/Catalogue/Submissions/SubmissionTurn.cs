using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Submissions;

/// <summary>Whose move it has to be.</summary>
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

    /// <summary>The secretariat's, of what was published directly.</summary>
    Review,

    /// <summary>The secretariat's, of whatever waits for it.</summary>
    Assign,

    /// <summary>The secretariat's: of what was sent in, and of its own at any time.</summary>
    Publish,

    /// <summary>The secretariat's, of what it entered for somebody, until that is decided.</summary>
    Ask,
}

/// <summary>How a member changes a submission: it is found for them, or the answer says why they may not; then it is saved with its audit record.</summary>
internal sealed class SubmissionTurn(CatalogueDbContext db, TimeProvider clock, IHttpContextAccessor http)
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <returns>The one, tracked, or the answer.</returns>
    public async Task<(Submission? Submission, ChangeResult? Obstacle)> TakeAsync(
        Turn turn, Guid id, IfMatch match, Contributor contributor, CancellationToken cancellationToken)
    {
        if (await contributor.FindAsync(db, id, cancellationToken) is not { } submission)
        {
            return (null, TypedResults.NotFound());
        }

        return Obstacle(turn, match, contributor, submission) is { } obstacle ? (null, obstacle) : (submission, null);
    }

    /// <summary>A move that needs nothing but its turn.</summary>
    /// <param name="fields">For the audit record.</param>
    public async Task<ChangeResult> PlayAsync(
        Turn turn, Guid id, IfMatch match, Contributor contributor, string action, Action<Submission, DateTimeOffset> move, CancellationToken cancellationToken, params string[] fields)
    {
        var (submission, obstacle) = await TakeAsync(turn, id, match, contributor, cancellationToken);
        if (submission is null)
        {
            return obstacle!;
        }

        move(submission, Now);
        return await DoneAsync(submission, contributor, action, fields, cancellationToken);
    }

    public async Task<ChangeResult> DoneAsync(Submission submission, Contributor contributor, string action, string[] fields, CancellationToken cancellationToken)
    {
        await SaveAsync(submission, contributor, action, fields, cancellationToken);
        return await AnswerAsync(submission, cancellationToken);
    }

    /// <summary>Without an answer: for a step that nobody waits for.</summary>
    public async Task SaveAsync(Submission submission, Contributor contributor, string action, string[] fields, CancellationToken cancellationToken)
    {
        db.Record(submission, contributor, action, Now, fields);
        db.PublishStep(submission);
        // Of two changes to one version the second fails here.
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task<ChangeResult> AnswerAsync(Submission submission, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.ViewAsync(submission, http.HttpContext!.Response, cancellationToken));

    public static ProblemHttpResult? Obstacle(Turn turn, IfMatch match, Contributor contributor, Submission submission)
    {
        var (isTheirs, isTime) = turn switch
        {
            Turn.Write => (contributor.Owns(submission), submission.IsOpenToItsOwner),
            Turn.TakeBack => (contributor.Owns(submission), submission.State == SubmissionStates.Submitted),
            Turn.Discard => (contributor.Owns(submission), submission is { State: SubmissionStates.Draft, SubmittedAt: null }),
            Turn.Publish when submission.IsOfSecretariat => (contributor.IsStaff, SubmissionStates.Open.Contains(submission.State)),
            Turn.Ask => (contributor.IsStaff && submission.OnBehalf, SubmissionStates.Open.Contains(submission.State)),
            Turn.Review => (contributor.IsStaff, submission.Review == PublicationReviews.Waiting),
            Turn.Assign => (contributor.IsStaff, submission.State == SubmissionStates.Submitted || submission.Review == PublicationReviews.Waiting),
            _ => (contributor.IsStaff, submission.State == SubmissionStates.Submitted),
        };
        return !isTheirs ? Contributor.NotTheirs()
            : submission.Version != match.Version ? IfMatch.Outdated(submission.Version)
            : !isTime ? Refusals.NotNow(submission)
            : null;
    }
}
