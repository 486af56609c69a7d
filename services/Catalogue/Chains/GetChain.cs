using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Chains;

/// <summary>Walks from one end in both directions. What it has seen it does not see again, so that a circle ends; nor does it lead on through what is not public.</summary>
internal static class GetChain
{
    private const int MostSteps = 12;
    private const int MostEnds = 40;
    private const int MostLinks = 200;

    public static async Task<Results<Ok<ChainResponse>, ValidationProblem, NotFound>> HandleAsync(string list, string slug, string? lang, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        if (AskedLanguage.Errors(lang) is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var language = AskedLanguage.OrEnglish(lang);
        return await db.ChainEndAsync(list, slug, language, cancellationToken) is { } start
            ? TypedResults.Ok(await WalkAsync(db, start, language, cancellationToken))
            : TypedResults.NotFound();
    }

    private static async Task<ChainResponse> WalkAsync(CatalogueDbContext db, ChainEnd start, string language, CancellationToken cancellationToken)
    {
        var ends = new Dictionary<Guid, ChainEnd> { [start.Id] = start };
        var links = new Dictionary<(Guid From, Guid To, string Relation), ChainLinkResponse>();
        var isComplete = true;
        List<ChainEnd> front = [start];
        for (var step = 1; front.Count > 0; step++)
        {
            var known = await db.KeysOfAsync(front, cancellationToken);
            string[] keys = [.. known.Keys];
            var stored = await db.ChainLinks.AsNoTracking()
                .Where(link => link.WithdrawnAt == null && (keys.Contains(link.FromKey) || keys.Contains(link.ToKey)))
                .OrderBy(link => link.SaidAt).ThenBy(link => link.Id).Take(MostLinks + 1).ToListAsync(cancellationToken);
            var others = await db.ChainEndsAsync([.. stored.SelectMany(link => new[] { link.FromKey, link.ToKey }).Distinct()], language, cancellationToken);
            var found = others.Values.Where(end => !ends.ContainsKey(end.Id)).DistinctBy(end => end.Id).OrderBy(end => end.Id).ToList();
            var taken = step > MostSteps ? [] : found.Take(MostEnds - ends.Count).ToList();
            isComplete &= taken.Count == found.Count && stored.Count <= MostLinks;
            foreach (var end in taken)
            {
                ends.Add(end.Id, end);
            }

            Add(links, stored.Take(MostLinks), others, ends);
            front = taken;
        }

        return new(start.Link.Url, [.. ends.Values.Select(end => end.Link)], [.. links.Values], isComplete);
    }

    // Two that were merged are one, and what linked them links nothing.
    private static void Add(
        Dictionary<(Guid From, Guid To, string Relation), ChainLinkResponse> links, IEnumerable<ChainLink> stored, IReadOnlyDictionary<string, ChainEnd> others, Dictionary<Guid, ChainEnd> ends)
    {
        foreach (var link in stored)
        {
            if (others.TryGetValue(link.FromKey, out var from) && others.TryGetValue(link.ToKey, out var to) && from.Id != to.Id && ends.ContainsKey(from.Id) && ends.ContainsKey(to.Id))
            {
                links.TryAdd((from.Id, to.Id, link.Relation), new(link.Id, from.Link.Url, to.Link.Url, link.Relation, link.SaidBy, link.VerifiedOn));
            }
        }
    }
}
