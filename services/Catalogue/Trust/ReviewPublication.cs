using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Departures;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Owners;
using PfP.Catalogue.Submissions;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Trust;

/// <summary>The secretariat looks at what was published directly: it stays, has to be corrected, or goes again.</summary>
internal static class ReviewPublication
{
    public static Task<ChangeResult> ConfirmAsync(Guid id, IfMatch match, Contributor contributor, SubmissionTurn turn, CancellationToken cancellationToken) => turn.PlayAsync(
        Turn.Review, id, match, contributor, "publication confirmed", (submission, at) => submission.EndReview(PublicationReviews.Confirmed, SubmissionSteps.Confirmed, new(null), at), cancellationToken);

    /// <summary>What is public stays so; its owner finds a correction in which the changes are asked for, or finds them in the one that is under way.</summary>
    public static async Task<ChangeResult> RequestChangesAsync(
        Guid id, SubmissionRemark remark, IfMatch match, Contributor contributor, SubmissionTurn turn, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        if (Remarks.Check(remark, isRequired: remark.Comments is not { Count: > 0 }) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        var (submission, obstacle) = await turn.TakeAsync(Turn.Review, id, match, contributor, cancellationToken);
        if (submission is null)
        {
            return obstacle!;
        }

        var entry = await db.Entries.AsNoTracking().SingleAsync(entry => entry.Id == submission.EntryId, cancellationToken);
        if (!entry.IsPublic)
        {
            return Refusals.NotPublicAnyMore();
        }

        var correction = await db.OpenCorrections(entry.Id).Include(open => open.Steps).FirstOrDefaultAsync(cancellationToken);
        if (correction is null)
        {
            correction = Submission.Correct(submission.Owner, submission.Kind, entry.Id, await CorrectEntry.FormOfAsync(db, entry, cancellationToken), turn.Now, submission.SubmittedBy);
            db.Submissions.Add(correction);
        }

        correction.RequestChanges(remark, turn.Now);
        submission.EndReview(PublicationReviews.ChangesRequested, SubmissionSteps.ChangesRequested, remark, turn.Now);
        var fields = Remarks.Fields(remark);
        db.Record(submission, contributor, "changes requested", turn.Now, fields);
        db.Record(correction, contributor, "changes requested", turn.Now, fields);
        db.PublishStep(correction);
        return await db.TryCreateAsync(CorrectEntry.OneIndex, cancellationToken)
            ? await turn.AnswerAsync(submission, cancellationToken)
            : TypedResults.Problem("A correction was begun at this moment.", statusCode: StatusCodes.Status409Conflict);
    }

    /// <summary>A new entry leaves the catalogue; of a corrected one the text that was there before is public again. The contact stays as it is: its former one is kept nowhere.</summary>
    public static async Task<ChangeResult> WithdrawAsync(
        Guid id, EntryReason reason, IfMatch match, Contributor contributor, SubmissionTurn turn, CatalogueDbContext db, EntryPublication publication, CancellationToken cancellationToken)
    {
        var said = DepartureRules.Said(reason.Reason);
        if (DepartureRules.Check(said, isRequired: true) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        var (submission, obstacle) = await turn.TakeAsync(Turn.Review, id, match, contributor, cancellationToken);
        if (submission is null)
        {
            return obstacle!;
        }

        var entry = await db.Entries.Include(entry => entry.References).SingleAsync(entry => entry.Id == submission.EntryId, cancellationToken);
        if (!entry.IsPublic)
        {
            return Refusals.NotPublicAnyMore();
        }

        var current = await db.ContentOfAsync(entry, cancellationToken);
        if (!submission.IsCorrection)
        {
            publication.Withdraw(entry, current, said!, contributor.Actor);
        }
        else if (entry.Version != submission.EntryVersion)
        {
            return TypedResults.Problem("The entry has changed since: ask for changes, or withdraw it as a whole.", statusCode: StatusCodes.Status409Conflict);
        }
        else
        {
            var before = (await db.Revisions.AsNoTracking().SingleAsync(revision => revision.EntryId == entry.Id && revision.Version == entry.Version - 1, cancellationToken)).Content;
            var registers = await db.RegistersOfAsync([.. before.Organisations.Select(organisation => organisation.Slug)], [.. before.Summits], cancellationToken);
            publication.Publish(entry, before, current, entry.Slug!, registers, contributor.Actor, said);
        }

        submission.EndReview(PublicationReviews.Withdrawn, SubmissionSteps.Withdrawn, new(said), turn.Now);
        return await turn.DoneAsync(submission, contributor, "publication withdrawn", [], cancellationToken);
    }
}
