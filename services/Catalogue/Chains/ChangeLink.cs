using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Departures;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;
using LinkResult = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.NoContent,
    Microsoft.AspNetCore.Http.HttpResults.NotFound,
    Microsoft.AspNetCore.Http.HttpResults.ValidationProblem,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;

namespace PfP.Catalogue.Chains;

/// <summary>A link is taken back by whoever said it, or by the secretariat, which also says when it has looked at one.</summary>
internal static class ChangeLink
{
    public static async Task<LinkResult> WithdrawAsync(
        Guid id, EntryReason reason, IfMatch match, Contributor contributor, CatalogueDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var said = DepartureRules.Said(reason.Reason);
        if (DepartureRules.Check(said, isRequired: true) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        return await ChangeAsync(id, match, contributor, db, clock, "link withdrawn", (link, now) => link.Withdraw(said!, now), cancellationToken);
    }

    public static Task<LinkResult> VerifyAsync(Guid id, IfMatch match, Contributor contributor, CatalogueDbContext db, TimeProvider clock, CancellationToken cancellationToken) =>
        ChangeAsync(id, match, contributor, db, clock, "link verified", (link, now) => link.Verify(DateOnly.FromDateTime(now.UtcDateTime)), cancellationToken);

    private static async Task<LinkResult> ChangeAsync(
        Guid id, IfMatch match, Contributor contributor, CatalogueDbContext db, TimeProvider clock, string action, Action<ChainLink, DateTimeOffset> change, CancellationToken cancellationToken)
    {
        if (await db.ChainLinks.FirstOrDefaultAsync(link => link.Id == id, cancellationToken) is not { } link)
        {
            return TypedResults.NotFound();
        }

        if (!contributor.MayWithdraw(link))
        {
            return TypedResults.Problem("It is for whoever said it, or the secretariat.", statusCode: StatusCodes.Status403Forbidden);
        }

        if (link.Version != match.Version)
        {
            return IfMatch.Outdated(link.Version);
        }

        if (link.WithdrawnAt is not null)
        {
            return TypedResults.Problem("It is withdrawn already.", statusCode: StatusCodes.Status409Conflict);
        }

        var now = clock.GetUtcNow();
        change(link, now);
        db.Audit.Add(link.Record(contributor.Actor, action, now));
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
