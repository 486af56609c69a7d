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
            entries.MapGet("/", ListEntries.For(kind)).WithSummary($"Published {EntryAddress.Collection(kind)}, newest first.");
            MayBeGone(entries.MapGet("/{slug}", GetEntry.Current(kind))).WithSummary($"A {kind} with all fields that are known.");
            MayBeGone(entries.MapGet("/{slug}/versions", ListVersions.For(kind))).WithSummary($"The versions of a {kind}, newest first.");
            MayBeGone(entries.MapGet("/{slug}/versions/{version:int}", GetEntry.OfVersion(kind))).WithSummary($"A {kind} as it was in that version.");
        }
    }

    private static RouteHandlerBuilder MayBeGone(RouteHandlerBuilder route) =>
        route.Produces(StatusCodes.Status301MovedPermanently).ProducesProblem(StatusCodes.Status410Gone);
}
