using PfP.Contracts.Catalogue;

namespace PfP.Catalogue.Entries;

internal static class EntriesApi
{
    private static readonly string[] Kinds = [EntryKinds.Practice, EntryKinds.Tool, EntryKinds.Session];

    public static void MapEntries(this IEndpointRouteBuilder api)
    {
        foreach (var kind in Kinds)
        {
            var entries = api.MapGroup(EntryAddress.Collection(kind)).WithTags(EntryAddress.Collection(kind));
            entries.MapGet("/", ListEntries.For(kind));
            entries.MapGet("/{slug}", GetEntry.Current(kind)).ProducesProblem(StatusCodes.Status410Gone);
            entries.MapGet("/{slug}/versions", ListVersions.For(kind)).ProducesProblem(StatusCodes.Status410Gone);
            entries.MapGet("/{slug}/versions/{version:int}", GetEntry.OfVersion(kind)).ProducesProblem(StatusCodes.Status410Gone);
        }
    }
}
