using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Submissions;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Catalogue.Trust;

internal static class TrustedOwners
{
    public static IQueryable<TrustedOwner> Current(this IQueryable<TrustedOwner> owners) => owners.Where(trusted => trusted.EndedAt == null);

    /// <summary>Whether it may be published without a review before. A lesson may not: it cannot be taken off its practice again.</summary>
    public static bool IsForTrust(this Submission submission) => submission is { OnBehalf: false, Kind: not SubmissionKinds.Lesson };

    /// <summary>What the reader's own button does: publish it, or send it for review.</summary>
    public static async Task<bool> PublishesAtOnceAsync(this CatalogueDbContext db, Submission submission, ClaimsPrincipal reader, CancellationToken cancellationToken) =>
        submission.IsOpenToItsOwner && submission.IsForTrust() && submission.Owner == reader.Entity() && (reader.IsInRole(Roles.FocalPoint) || reader.IsStaff())
        && await db.TrustedOwners.Current().AnyAsync(trusted => trusted.Owner == submission.Owner, cancellationToken);

    /// <summary>The same for the transaction that publishes it: whoever ends the trust meanwhile waits for that, and nothing is published after.</summary>
    public static async Task<bool> MayPublishAtOnceAsync(this CatalogueDbContext db, Submission submission, CancellationToken cancellationToken) =>
        submission.IsForTrust()
        && await db.TrustedOwners.FromSql($"select * from trusted_owners where owner = {submission.Owner} and ended_at is null for share").AnyAsync(cancellationToken);
}
