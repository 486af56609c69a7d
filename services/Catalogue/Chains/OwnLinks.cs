using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Chains;

/// <summary>The links of one end, for the secretariat and for whoever answers for it.</summary>
internal static class OwnLinks
{
    private const string OneIndex = "chain_links_one";

    /// <summary>To anybody else they are not there.</summary>
    public static async Task<Results<Ok<IReadOnlyList<OwnChainLink>>, NotFound>> ListAsync(
        string list, string slug, string? lang, Contributor contributor, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        var language = AskedLanguage.Errors(lang).Count == 0 ? AskedLanguage.OrEnglish(lang) : "en";
        if (await db.ChainEndAsync(list, slug, language, cancellationToken) is not { } here || !contributor.Speaks(here))
        {
            return TypedResults.NotFound();
        }

        var own = await db.KeysOfAsync([here], cancellationToken);
        string[] keys = [.. own.Keys];
        var links = await db.ChainLinks.AsNoTracking().Where(link => keys.Contains(link.FromKey) || keys.Contains(link.ToKey)).OrderBy(link => link.SaidAt).ThenBy(link => link.Id).ToListAsync(cancellationToken);
        var ends = await db.ChainEndsAsync([.. links.SelectMany(link => new[] { link.FromKey, link.ToKey }).Distinct()], language, cancellationToken);
        return TypedResults.Ok<IReadOnlyList<OwnChainLink>>([.. links.Select(link => View(link, isLater: own.ContainsKey(link.ToKey), ends, contributor))]);
    }

    /// <summary>Needs no Idempotency-Key: two ends and a relation name a link, so that a repeated request finds what the first one made.</summary>
    public static async Task<Results<Ok<OwnChainLink>, NotFound, ValidationProblem, ProblemHttpResult>> AddAsync(
        string list, string slug, NewChainLink form, Contributor contributor, CatalogueDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await db.ChainEndAsync(list, slug, "en", cancellationToken) is not { } here)
        {
            return TypedResults.NotFound();
        }

        var key = ChainEnds.KeyOf(form.Other);
        var other = key is null ? null : (await db.ChainEndsAsync([key], "en", cancellationToken)).GetValueOrDefault(key);
        if (!contributor.Speaks(here) && (other is null || !contributor.Speaks(other)))
        {
            return NotTheirs();
        }

        if (Wrong(form, here, other) is { Count: > 0 } wrong)
        {
            return Breach.Answer(wrong);
        }

        var link = ChainLink.Of(here.Key, form.Relation!, other!.Key, contributor.SaysAs(), clock.GetUtcNow());
        if (await StandingAsync(db, link, cancellationToken) is not { } standing)
        {
            db.ChainLinks.Add(link);
            db.Audit.Add(link.Record(contributor.Actor, "linked", link.SaidAt));
            standing = await db.TryCreateAsync(OneIndex, cancellationToken) ? link : (await StandingAsync(db, link, cancellationToken))!;
        }

        var ends = new Dictionary<string, ChainEnd> { [here.Key] = here, [other.Key] = other };
        return TypedResults.Ok(View(standing, isLater: standing.ToKey == here.Key, ends, contributor));
    }

    private static IReadOnlyList<Breach> Wrong(NewChainLink form, ChainEnd here, ChainEnd? other) =>
    [
        .. Breach.Require("relation", ChainRelations.FromHere.Contains(form.Relation), $"It is one of {string.Join(", ", ChainRelations.FromHere)}."),
        .. Breach.Require("other", other is not null, "Nothing public is at that address."),
        .. Breach.Require("other", other?.Id != here.Id, "It is this one itself."),
    ];

    private static Task<ChainLink?> StandingAsync(CatalogueDbContext db, ChainLink wanted, CancellationToken cancellationToken) => db.ChainLinks.FirstOrDefaultAsync(
        link => link.FromKey == wanted.FromKey && link.ToKey == wanted.ToKey && link.Relation == wanted.Relation && link.WithdrawnAt == null, cancellationToken);

    private static OwnChainLink View(ChainLink link, bool isLater, IReadOnlyDictionary<string, ChainEnd> ends, Contributor contributor)
    {
        var other = isLater ? link.FromKey : link.ToKey;
        return new(
            link.Id, link.Version, ChainRelations.Seen(link.Relation, isLater), ChainEnds.AddressOf(other), ends.GetValueOrDefault(other)?.Link, link.SaidBy, link.SaidAt, link.VerifiedOn,
            link.WithdrawnAt is { } at ? new Withdrawal(at, link.WithdrawalReason!) : null, link.WithdrawnAt is null && contributor.MayWithdraw(link));
    }

    private static ProblemHttpResult NotTheirs() =>
        TypedResults.Problem("Links are for the secretariat, and for whoever answers for one of the two ends.", statusCode: StatusCodes.Status403Forbidden);
}
