using PfP.Contracts.Catalogue;

namespace PfP.Catalogue.Entries;

internal static class EntriesApi
{
    public static void MapEntries(this IEndpointRouteBuilder api)
    {
        foreach (var kind in EntryAddress.Kinds)
        {
            var entries = api.MapGroup(EntryAddress.Collection(kind)).WithTags(EntryAddress.Collection(kind));
            entries.MapGet("/", ListEntries.For(kind)).WithSummary($"Published {EntryAddress.Collection(kind)}, {kind switch { EntryKinds.Session => "those to come first", EntryKinds.Recommendation => "by summit", _ => "newest first" }}.");
            entries.MapGet("/{slug}", GetEntry.Current(kind)).WithSummary($"A {kind} with all fields that are known.");
            entries.MapGet("/{slug}/versions", ListVersions.For(kind)).WithSummary($"The versions of a {kind}, newest first.");
            entries.MapGet("/{slug}/versions/{version:int}", GetEntry.OfVersion(kind)).WithSummary($"A {kind} as it was in that version.");
        }
    }
}
