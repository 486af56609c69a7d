using Microsoft.EntityFrameworkCore;
using Npgsql;
using PfP.Catalogue.Confirmations;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Trust;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Submissions;

/// <summary>The secretariat publishes it, or its owner where that is trusted: the entry, its event, its contact and the end of the submission in one transaction.</summary>
internal sealed class PublishSubmission(CatalogueDbContext db, SubmissionTurn turn, SubmittedEntries entries)
{
    private const int Attempts = 3;

    public static async Task<ChangeResult> HandleAsync(
        Guid id, IfMatch match, Contributor contributor, PublishSubmission publish, SubmissionTurn turn, CancellationToken cancellationToken)
    {
        var (published, obstacle) = await publish.TryAsync(id, match, contributor, cancellationToken);
        return published is null ? obstacle! : await turn.AnswerAsync(published, cancellationToken);
    }

    /// <summary>By a focal point of its owner.</summary>
    public static async Task<ChangeResult> AtOnceAsync(
        Guid id, IfMatch match, Contributor contributor, PublishSubmission publish, SubmissionTurn turn, CancellationToken cancellationToken)
    {
        var (published, obstacle) = await publish.TryAsync(id, match, contributor, cancellationToken, isAtOnce: true);
        return published is null ? obstacle! : await turn.AnswerAsync(published, cancellationToken);
    }

    /// <returns>What is published and saved, or why it is not.</returns>
    public async Task<(Submission? Published, ChangeResult? Obstacle)> TryAsync(
        Guid id, IfMatch match, Contributor contributor, CancellationToken cancellationToken, bool isAtOnce = false)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await PublishAsync(id, match, contributor, isAtOnce, cancellationToken);
            }
            catch (DbUpdateException exception) when (attempt < Attempts && exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                // Something else took the address, or entered the organisation, at the same moment: both are looked up anew.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<(Submission? Published, ChangeResult? Obstacle)> PublishAsync(Guid id, IfMatch match, Contributor contributor, bool isAtOnce, CancellationToken cancellationToken)
    {
        var (submission, obstacle) = await turn.TakeAsync(isAtOnce ? Turn.Write : Turn.Publish, id, match, contributor, cancellationToken);
        if (submission is null)
        {
            return (null, obstacle);
        }

        await using var transaction = isAtOnce ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        if (isAtOnce && !await db.MayPublishAtOnceAsync(submission, cancellationToken))
        {
            return (null, Refusals.NotTrusted());
        }

        if (await WrongInAsync(submission, cancellationToken) is { Count: > 0 } wrong)
        {
            return (null, Breach.Answer(wrong));
        }

        if (!await db.MayBePublicAsync(submission, cancellationToken))
        {
            return (null, Refusals.NotConfirmed());
        }

        if (await EntryOfAsync(submission, contributor, cancellationToken) is not { } entry)
        {
            return (null, Refusals.NotPublicAnyMore());
        }

        if (isAtOnce)
        {
            submission.PublishAtOnce(entry.Id, entry.Version, contributor.Id, turn.Now);
        }
        else
        {
            submission.Publish(entry.Id, turn.Now);
        }

        await turn.SaveAsync(submission, contributor, isAtOnce ? "published at once" : "published", [], cancellationToken);
        await (transaction?.CommitAsync(cancellationToken) ?? Task.CompletedTask);
        return (submission, null);
    }

    /// <returns>Null where what it corrects or adds to is not public any more.</returns>
    private Task<Entry?> EntryOfAsync(Submission submission, Contributor contributor, CancellationToken cancellationToken) => submission switch
    {
        { Kind: SubmissionKinds.Lesson } => entries.AddAsync(submission, contributor.Actor, cancellationToken),
        { IsCorrection: true } => entries.CorrectAsync(submission, contributor.Actor, turn.Now, cancellationToken),
        _ => entries.EnterAsync(submission, contributor.Actor, turn.Now, cancellationToken),
    };

    private async Task<IReadOnlyList<Breach>> WrongInAsync(Submission submission, CancellationToken cancellationToken)
    {
        var wrong = SubmissionContent.WrongIn(submission);
        return wrong.Count == 0 && submission.IsOfSecretariat ? await db.UnknownInAsync(submission, cancellationToken) : wrong;
    }
}
