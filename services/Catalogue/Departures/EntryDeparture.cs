// What every decision about an entry answers with.
global using DepartureResult = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<PfP.Contracts.Catalogue.Api.DeskEntry>,
    Microsoft.AspNetCore.Http.HttpResults.ValidationProblem,
    Microsoft.AspNetCore.Http.HttpResults.NotFound,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Departures;

/// <summary>How the secretariat decides about a public entry: it is found as they saw it, or the answer says why it is not theirs to decide.</summary>
internal sealed class EntryDeparture(CatalogueDbContext db, IHttpContextAccessor http)
{
    private IQueryable<Entry> Entries => db.Entries.Where(entry => entry.State != EntryState.Draft);

    public Task<Entry?> FindAsync(Guid id, CancellationToken cancellationToken) => Entries.FirstOrDefaultAsync(entry => entry.Id == id, cancellationToken);

    /// <param name="reason">What is said of it; public.</param>
    /// <returns>The entry, tracked and public, or the answer.</returns>
    public async Task<(Entry? Entry, DepartureResult? Obstacle)> TakeAsync(
        Guid id, IfMatch match, string? reason, bool needsReason, CancellationToken cancellationToken) =>
        DepartureRules.Check(reason, needsReason) is { Count: > 0 } breaches ? (null, Breach.Answer(breaches)) : await FindAsync(id, cancellationToken) switch
        {
            null => (null, TypedResults.NotFound()),
            { } entry when entry.Version != match.Version => (null, IfMatch.Outdated(entry.Version)),
            { IsPublic: false } entry => (null, NotIn(entry.State)),
            var entry => (entry, null),
        };

    public static DepartureResult NotIn(EntryState state) =>
        TypedResults.Problem($"The entry is {EntryStates.Name(state)}.", statusCode: StatusCodes.Status409Conflict);

    /// <summary>Of two decisions about one version the second fails here.</summary>
    public async Task<DepartureResult> DoneAsync(Entry entry, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await ViewAsync(entry, cancellationToken));
    }

    public async Task<DeskEntry> ViewAsync(Entry entry, CancellationToken cancellationToken)
    {
        http.HttpContext!.Response.Headers.ETag = IfMatch.TagOf(entry.Version);
        var target = entry.MergedInto is { } id ? await db.Entries.AsNoTracking().SingleAsync(other => other.Id == id, cancellationToken) : null;
        return new(
            entry.Id,
            EntryResponses.Link(entry, entry.Language),
            entry.Version,
            EntryStates.Name(entry.State),
            entry.WithdrawnAt is { } at ? new Withdrawal(at, entry.WithdrawalReason!) : null,
            target is null ? null : EntryResponses.Link(target, target.Language));
    }
}
