using Microsoft.EntityFrameworkCore;
using Npgsql;
using PfP.Catalogue.Confirmations;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Submissions;

/// <summary>The secretariat publishes it: the entry, its event, its contact and the end of the submission in one transaction.</summary>
internal sealed class PublishSubmission(CatalogueDbContext db, SubmissionTurn turn, SubmittedEntries entries)
{
    private const int Attempts = 3;

    public static async Task<ChangeResult> HandleAsync(
        Guid id, IfMatch match, Contributor contributor, PublishSubmission publish, SubmissionTurn turn, CancellationToken cancellationToken)
    {
        var (published, obstacle) = await publish.TryAsync(id, match, contributor, cancellationToken);
        return published is null ? obstacle! : await turn.AnswerAsync(published, cancellationToken);
    }

    /// <returns>What is published and saved, or why it is not.</returns>
    public async Task<(Submission? Published, ChangeResult? Obstacle)> TryAsync(Guid id, IfMatch match, Contributor contributor, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await PublishAsync(id, match, contributor, cancellationToken);
            }
            catch (DbUpdateException exception) when (attempt < Attempts && exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                // Something else took the address, or entered the organisation, at the same moment: both are looked up anew.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<(Submission? Published, ChangeResult? Obstacle)> PublishAsync(Guid id, IfMatch match, Contributor contributor, CancellationToken cancellationToken)
    {
        var (submission, obstacle) = await turn.TakeAsync(Turn.Publish, id, match, contributor, cancellationToken);
        if (submission is null)
        {
            return (null, obstacle);
        }

        if (await WrongInAsync(submission, cancellationToken) is { Count: > 0 } wrong)
        {
            return (null, Breach.Answer(wrong));
        }

        if (!await db.MayBePublicAsync(submission, cancellationToken))
        {
            return (null, Refusals.NotConfirmed());
        }

        var entry = submission switch
        {
            { Kind: SubmissionKinds.Lesson } => await entries.AddAsync(submission, contributor.Actor, cancellationToken),
            { IsCorrection: true } => await entries.CorrectAsync(submission, contributor.Actor, turn.Now, cancellationToken),
            _ => await entries.EnterAsync(submission, contributor.Actor, turn.Now, cancellationToken),
        };
        if (entry is null)
        {
            return (null, Refusals.NotPublicAnyMore());
        }

        submission.Publish(entry.Id, turn.Now);
        await turn.SaveAsync(submission, contributor, "published", [], cancellationToken);
        return (submission, null);
    }

    private async Task<IReadOnlyList<Breach>> WrongInAsync(Submission submission, CancellationToken cancellationToken)
    {
        var wrong = SubmissionContent.WrongIn(submission);
        return wrong.Count == 0 && submission.IsOfSecretariat ? await db.WrongInSessionAsync(submission, cancellationToken) : wrong;
    }
}
