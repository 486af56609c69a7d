using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PfP.Contracts.Search.Api;

namespace PfP.Portal.Tests.Hosting;

internal static class FakeSearch
{
    public static void Map(IEndpointRouteBuilder routes, Func<bool> isEmpty)
    {
        routes.MapGet("/api/search", (HttpRequest request) => Search(request, isEmpty()));
        routes.MapGet("/api/search/map", () => new MapResponse(
            [new("KE", "Kenya", 1), new("MU", "Mauritius", 1), new("MT", "Malta", 2)], Clusters(), 3, [new("tool", "guide", "/tools/guide", "A guide", "en")]));
        routes.MapGet("/api/search/suggest", () => new SuggestResponse(
            [new("Sending Money Home", "practice", "/practices/sending-money-home"), new(Samples.Hostile, "practice", "/practices/hostile")]));
    }

    // One entry on its own, and two at the middle of a country.
    private static IReadOnlyList<MapCluster> Clusters()
    {
        var malta = Vocabularies.Countries.Find("MT")!;
        return
        [
            new(1, 38, 1, [38, 1, 38, 1], new("practice", "sending-money-home", "/practices/sending-money-home", "Sending Money Home", "en")),
            new(malta.Latitude, malta.Longitude, 2, [malta.Longitude, malta.Latitude, malta.Longitude, malta.Latitude], null),
        ];
    }

    private static IResult Search(HttpRequest request, bool isEmpty)
    {
        if (request.Query["year"] == "soon")
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["year"] = ["year must be a number."] });
        }

        if (request.Query.ContainsKey("publishedFrom"))
        {
            return TypedResults.Ok(FakeYears.Published(request.Query));
        }

        var hits = Samples.Entries.Select(entry => Hit(entry, request.Query["q"].ToString())).ToList();
        if (int.TryParse(request.Query["pageSize"], out var size))
        {
            hits = [.. Enumerable.Range(0, size).Select(index => hits[index % hits.Count])];
        }

        var selected = request.Query["theme"].ToArray();
        var facets = new Dictionary<string, IReadOnlyList<FacetValue>>
        {
            ["kind"] = [new("practice", "Practices", 3, false), new("tool", "Policy tools", 1, false)],
            ["theme"] = [new("remittances", "Remittances and financial inclusion", 1, selected.Contains("remittances")), new("diaspora", "Diaspora engagement", 1, selected.Contains("diaspora"))],
            ["country"] = [new("KE", "Kenya", 1, false)],
        };
        return TypedResults.Ok(isEmpty
            ? new SearchResponse(0, 1, 20, [], new Dictionary<string, IReadOnlyList<FacetValue>>(), "remittances")
            : new SearchResponse(45, 1, 20, hits, facets, null));
    }

    private static SearchHit Hit(Contracts.Catalogue.Api.EntryResponse entry, string query)
    {
        var marked = query.Length == 0 ? entry.Title : entry.Title.Replace(query, $"{Highlights.Start}{query}{Highlights.End}", StringComparison.Ordinal);
        return new(
            entry.Kind, entry.Id, entry.Slug, entry.Url, entry.Title, entry.Language, entry.Summary, new(marked, null, entry.Slug == "hostile" ? HostileSubmissions.Text : null),
            [.. entry.Countries.Select(country => country.Code)], [.. entry.Themes.Select(theme => theme.Value)], [], entry.DateAdded?.Year, null, null, null, null, null);
    }
}
