using System.Text.Json.Nodes;
using PfP.Contracts.Calls;
using PfP.Search.Geo;
using PfP.Vocabularies;

namespace PfP.Search.Engines.Elastic;

/// <summary>The orders of results. Equals are ordered by date, then by time of coming in.</summary>
internal static class Orders
{
    /// <summary>No place is farther away; distances are scores below one, the nearest the highest.</summary>
    private const double FarthestKm = 20_100;

    public static JsonArray Newest => [By(IndexLayout.Newest, "desc"), By(IndexLayout.Sequence, "asc")];

    /// <summary>What the query's score says first.</summary>
    public static JsonArray Scored => [By("_score", "desc"), .. Clones(Newest)];

    public static JsonArray Title(string language) => [By(IndexLayout.TitleOrder(language), "asc"), By(IndexLayout.Sequence, "asc")];

    /// <summary>Scores by distance, from the nearest stated place, else from the nearest of the countries that stand for the entry.</summary>
    /// <param name="within">What the query finds is not farther away, so that other countries need not be measured.</param>
    public static JsonObject ByDistance(JsonObject query, GeoPoint from, double? within) => Dsl.Of("function_score", new()
    {
        ["query"] = query,
        ["functions"] = new JsonArray(
        [
            Weight(Dsl.Everything, 0),
            .. (within is { } distance ? Geography.CountriesAround(from, distance) : Enumerable.Range(0, Geography.CountryCount)).Select(number =>
                Weight(Dsl.Term(IndexLayout.Standing, Countries.All[number].Code), (FarthestKm - Geography.DistanceToCountry(from, number)) / FarthestKm)),
            Nearness(from),
        ]),
        ["score_mode"] = "max",
        ["boost_mode"] = "replace",
    });

    /// <summary>What closes next comes first, then what is open until further notice, then what has closed, the latest first, then all else.</summary>
    public static IEnumerable<(JsonObject Condition, JsonArray Order)> Deadlines(FilterQueries filters)
    {
        JsonObject Running(params string[] statuses) => Dsl.Any(statuses.Select(filters.WithStatus));
        JsonObject ToClose() => Dsl.All(Running(CallStatuses.Upcoming, CallStatuses.Open, CallStatuses.ClosingSoon), Dsl.Exists(IndexLayout.Closes));
        JsonObject UntilFurtherNotice() => Dsl.All(Running(CallStatuses.Upcoming, CallStatuses.Open), Dsl.Not(Dsl.Exists(IndexLayout.Closes)));

        yield return (ToClose(), [By(IndexLayout.Closes, "asc"), .. Clones(Newest)]);
        yield return (UntilFurtherNotice(), Newest);
        yield return (Dsl.All(Dsl.Exists(IndexLayout.Closes), Dsl.Not(ToClose())), [By(IndexLayout.Closes, "desc"), .. Clones(Newest)]);
        yield return (Dsl.All(Dsl.Not(Dsl.Exists(IndexLayout.Closes)), Dsl.Not(UntilFurtherNotice())), Newest);
    }

    private static IEnumerable<JsonNode?> Clones(JsonArray order) => order.Select(part => part!.DeepClone());

    public static JsonObject By(string field, string direction) => new() { [field] = new JsonObject { ["order"] = direction } };

    private static JsonObject Weight(JsonObject condition, double weight) => new() { ["filter"] = condition, ["weight"] = weight };

    /// <summary>A straight line from one, where one stands, to zero.</summary>
    private static JsonObject Nearness(GeoPoint from) => new()
    {
        ["filter"] = Dsl.Exists(IndexLayout.Places),
        ["linear"] = new JsonObject
        {
            [IndexLayout.Places] = new JsonObject
            {
                ["origin"] = FilterQueries.Point(from.Latitude, from.Longitude),
                ["scale"] = FormattableString.Invariant($"{FarthestKm / 2}km"),
                ["decay"] = 0.5,
            },
            ["multi_value_mode"] = "MIN",
        },
    };
}
