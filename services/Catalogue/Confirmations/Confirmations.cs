using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Submissions;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Catalogue.Confirmations;

internal static class Confirmations
{
    /// <summary>The one that counts; null where none was asked for.</summary>
    public static Task<Confirmation?> LastConfirmationAsync(this CatalogueDbContext db, Guid submissionId, CancellationToken cancellationToken) =>
        db.Confirmations.AsNoTracking().Where(asked => asked.SubmissionId == submissionId).OrderByDescending(asked => asked.Asked).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Whether nobody has to be asked before it is published, or has said yes to the text as it stands.</summary>
    public static async Task<bool> MayBePublicAsync(this CatalogueDbContext db, Submission submission, CancellationToken cancellationToken) =>
        !submission.OnBehalf
        || (await db.LastConfirmationAsync(submission.Id, cancellationToken) is { Answer: ConfirmationStates.Confirmed } last && last.IsAbout(submission));

    /// <summary>What a link is about, while it is good: its time has not run out, and nobody was asked after it.</summary>
    public static async Task<(Confirmation Confirmation, Submission Submission)?> ConfirmationAtAsync(
        this CatalogueDbContext db, string? token, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (SecretToken.HashOf(token) is not { } hash)
        {
            return null;
        }

        var found = await (
            from link in db.ConfirmationLinks
            where link.Hash == hash
            join confirmation in db.Confirmations on link.ConfirmationId equals confirmation.Id
            where confirmation.ExpiresAt > now && !db.Confirmations.Any(later => later.SubmissionId == confirmation.SubmissionId && later.Asked > confirmation.Asked)
            join submission in db.Submissions on confirmation.SubmissionId equals submission.Id
            select new { Confirmation = confirmation, Submission = submission }).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : (found.Confirmation, found.Submission);
    }

    /// <summary>As the secretariat sees it.</summary>
    public static async Task<SubmissionConfirmation?> ConfirmationViewAsync(this CatalogueDbContext db, Submission submission, DateTimeOffset now, CancellationToken cancellationToken) =>
        submission.OnBehalf && await db.LastConfirmationAsync(submission.Id, cancellationToken) is { } last
            ? new(last.StateAt(now, submission), last.Email, last.AskedAt, last.ExpiresAt, last.AnsweredAt, last.Comment)
            : null;
}
