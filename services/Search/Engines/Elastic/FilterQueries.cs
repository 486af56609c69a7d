using System.Text.Json.Nodes;
using PfP.Contracts.Calls;
using PfP.Search.Geo;
using PfP.Search.Indexing;
using PfP.Search.Queries;
using PfP.Vocabularies;

namespace PfP.Search.Engines.Elastic;

/// <summary>Says the conditions of a request in the server's words: those of facets, by facet, and all others.</summary>
internal sealed class FilterQueries(SearchRequest request)
{
    private readonly SearchFilters asked = request.Filters;

    public IReadOnlyDictionary<Facet, JsonObject> OfFacets() => asked.Selected.ToDictionary(selected => selected.Key, selected => Selected(selected.Key, selected.Value));

    public IEnumerable<JsonObject> Others()
    {
        if (asked.Partners.Count > 0)
        {
            yield return Dsl.Terms(IndexLayout.FieldOf(Facet.Country), asked.Partners);
        }
        if (asked.YearFrom is { } from)
        {
            yield return Dsl.Compare(IndexLayout.Year, "gte", from);
        }
        if (asked.YearTo is { } to)
        {
            yield return Dsl.Compare(IndexLayout.Year, "lte", to);
        }
        if (asked.PublishedFrom is { } first)
        {
            yield return Dsl.Compare(IndexLayout.Published, "gte", SearchDocument.DayNumber(first));
        }
        if (asked.PublishedTo is { } last)
        {
            yield return Dsl.Compare(IndexLayout.Published, "lte", SearchDocument.DayNumber(last));
        }
        if (asked.Box is { } box)
        {
            yield return Dsl.Any([Standing(Geography.CountriesIn(box)), .. box.Parts().Select(part => Within(part.MinX, part.MinY, part.MaxX, part.MaxY))]);
        }
        if (asked is { Near: { } point, DistanceKm: { } distance })
        {
            yield return Dsl.Any([Standing(Geography.CountriesAround(point, distance)), Around(point, distance)]);
        }
    }

    /// <summary>The calls that have that status at the moment of the request; the rules are those of <see cref="CallStatuses.At"/>.</summary>
    public JsonObject WithStatus(string status)
    {
        var now = request.Now.UtcTicks;
        var running = Dsl.All(Dsl.Exists(IndexLayout.CallState), Dsl.Not(Dsl.Terms(IndexLayout.CallState, [CallStates.Archived, CallStates.Cancelled, CallStates.Completed])));
        var toOpen = Dsl.Compare(IndexLayout.Opens, "gt", now);
        var closed = Dsl.Compare(IndexLayout.Closes, "lte", now);
        var soon = Dsl.Compare(IndexLayout.Closes, "lte", now + CallStatuses.Soon.Ticks);
        return status switch
        {
            CallStates.Cancelled or CallStates.Completed => Dsl.Term(IndexLayout.CallState, status),
            CallStatuses.Upcoming => Dsl.All(running, toOpen),
            CallStatuses.Closed => Dsl.All(running, Dsl.Not(toOpen), closed),
            CallStatuses.ClosingSoon => Dsl.All(running, Dsl.Not(toOpen), Dsl.Not(closed), soon),
            CallStatuses.Open => Dsl.All(running, Dsl.Not(toOpen), Dsl.Not(soon)),
            _ => Dsl.Nothing,
        };
    }

    private JsonObject Selected(Facet facet, IReadOnlyList<string> values) =>
        facet == Facet.CallStatus ? Dsl.Any(values.Select(WithStatus)) : Dsl.Terms(IndexLayout.FieldOf(facet), values);

    /// <summary>Countries' shapes are compared here, where both engines compare them; the server knows them by name only.</summary>
    private static JsonObject Standing(IEnumerable<int> countries) => Dsl.Terms(IndexLayout.Standing, countries.Select(number => Countries.All[number].Code));

    private static JsonObject Within(double west, double south, double east, double north) => Dsl.Of("geo_bounding_box", new()
    {
        [IndexLayout.Places] = new JsonObject { ["top_left"] = Point(north, west), ["bottom_right"] = Point(south, east) },
    });

    private static JsonObject Around(GeoPoint point, double distance) => Dsl.Of("geo_distance", new()
    {
        ["distance"] = FormattableString.Invariant($"{distance}km"),
        [IndexLayout.Places] = Point(point.Latitude, point.Longitude),
    });

    public static JsonObject Point(double latitude, double longitude) => new() { ["lat"] = latitude, ["lon"] = longitude };
}
