using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Submissions;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Chains;

/// <summary>Something public that a chain may lead to.</summary>
/// <param name="Owner">Who answers for it; null where nobody does.</param>
internal sealed record ChainEnd(Guid Id, string Key, string? Owner, EntryLink Link);

internal static class ChainEnds
{
    private const string CallPrefix = EntryKinds.Call + "/";

    private static readonly string[] Kinds = [.. EntryAddress.Kinds, EntryKinds.Call];

    /// <summary>The key of an address as it is typed; null where it leads to nothing of these kinds.</summary>
    public static string? KeyOf(string? address) => TypedAddress.KeyOf(address, Kinds);

    /// <summary>The path of what has that key, whether it is public or not.</summary>
    public static string AddressOf(string key) => TypedAddress.Of(key, Kinds);

    /// <returns>Those of them that are public, by the keys that were asked for. Of a duplicate the key leads to the entry that stays.</returns>
    public static async Task<IReadOnlyDictionary<string, ChainEnd>> ChainEndsAsync(this CatalogueDbContext db, string[] keys, string language, CancellationToken cancellationToken)
    {
        var entries = await (
            from key in db.Keys
            where keys.Contains(key.Key)
            join entry in db.Entries.AsNoTracking().Public() on key.TargetId equals entry.Id
            select new { key.Key, Entry = entry }).ToListAsync(cancellationToken);
        var ends = entries.ToDictionary(
            found => found.Key, found => new ChainEnd(found.Entry.Id, EntryKey.OfAddress(found.Entry.Kind, found.Entry.Slug!), found.Entry.Owner, EntryResponses.Link(found.Entry, language)));
        string[] slugs = [.. keys.Where(key => key.StartsWith(CallPrefix, StringComparison.Ordinal)).Select(key => key[CallPrefix.Length..])];
        foreach (var call in slugs.Length == 0 ? [] : await db.KnownCalls.AsNoTracking().Where(call => slugs.Contains(call.Slug)).ToListAsync(cancellationToken))
        {
            var shown = call.Titles.ContainsKey(language) ? language : call.Language;
            ends[CallPrefix + call.Slug] = new(call.Id, CallPrefix + call.Slug, call.Owner, new(EntryKinds.Call, call.Slug, EntryAddress.Of(EntryKinds.Call, call.Slug), call.Titles[shown], shown));
        }

        return ends;
    }

    /// <summary>What is at that address of the API.</summary>
    /// <param name="list">The first part of the public path: practices, calls…</param>
    public static async Task<ChainEnd?> ChainEndAsync(this CatalogueDbContext db, string list, string slug, string language, CancellationToken cancellationToken) =>
        KeyOf($"/{list}/{slug}") is { } key ? (await db.ChainEndsAsync([key], language, cancellationToken)).GetValueOrDefault(key) : null;

    /// <summary>All keys by which links may name these ends, with the end of each.</summary>
    public static async Task<IReadOnlyDictionary<string, ChainEnd>> KeysOfAsync(this CatalogueDbContext db, IReadOnlyCollection<ChainEnd> ends, CancellationToken cancellationToken)
    {
        var byId = ends.ToDictionary(end => end.Id);
        Guid[] ids = [.. byId.Keys];
        var keys = await db.Keys.AsNoTracking().Where(key => ids.Contains(key.TargetId)).ToListAsync(cancellationToken);
        return keys.Select(key => (key.Key, End: byId[key.TargetId])).Concat(ends.Select(end => (end.Key, End: end))).DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.End);
    }
}
