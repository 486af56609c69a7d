using Npgsql;
using PfP.Contracts.Search.Api;
using PfP.Search.Geo;
using PfP.Search.Indexing;
using PfP.Search.Queries;

namespace PfP.Benchmarks.Search;

/// <summary>
/// The peer's statement for one request: matches once, then total, facet counts (each leaving out its own selection) and the page with
/// highlights, in one round trip. The text of the statement depends on the shape of the request only, so that it stays prepared.
/// </summary>
internal sealed class PostgresQuery(SearchRequest request, string[] words, bool any, Func<Facet, string, int?> ordinal)
{
    private static readonly string Mark = $"StartSel={Highlights.Start}, StopSel={Highlights.End}";

    private readonly List<object> parameters = [];

    public NpgsqlCommand Build(NpgsqlDataSource database)
    {
        var selected = request.Filters.Selected.Select(filter => (filter.Key, Ordinals: Add(filter.Value.Select(value => ordinal(filter.Key, value)).OfType<int>().ToArray()))).ToList();
        var flags = selected.Select((filter, index) => $"facets && {filter.Ordinals} as ok{index}");
        var kept = selected.Count == 0 ? "true" : string.Join(" and ", selected.Select((_, index) => $"ok{index}"));
        var distance = Distance();
        var command = database.CreateCommand($"""
            with base as materialized (
                {Matches(string.Join(", ", new[] { "d.id", "d.facets", "d.newest", "ts_rank(d.tsv, q) as rank", $"{distance} as distance" }.Concat(flags)))}),
            kept as materialized (select * from base where {kept}),
            total as (select count(*)::int as total from kept),
            counted as (
                select array_agg(o) as ordinals, array_agg(c) as counts from (
                    select o, count(*)::int as c from kept, unnest(facets) o group by o
                    {string.Concat(selected.Select((filter, index) => OwnCounts(filter.Key, index, selected.Count)))}) f),
            page as (select k.id, k.distance, row_number() over (order by {Order()}) as place from kept k order by place limit {request.PageSize} offset {(request.Page - 1) * request.PageSize})
            select total, case when place is null or place = 1 then ordinals end, case when place is null or place = 1 then counts end,
                d.entry, d.kind, d.slug, d.url, d.title, d.summary, d.countries, d.themes, d.organisations, d.year,
                ts_headline('english', d.title, {Query()}, '{Mark}, HighlightAll=true'), ts_headline('english', d.summary, {Query()}, '{Mark}, HighlightAll=true'),
                ts_headline('english', d.body, {Query()}, '{Mark}, MaxWords=32, MinWords=20'), page.distance
            from total cross join counted left join page on true left join doc d using (id) order by place
            """);
        parameters.ForEach(value => command.Parameters.Add(new() { Value = value }));
        return command;
    }

    private string Matches(string columns)
    {
        var where = Where();
        if (!any)
        {
            return $"select {columns} from doc d, (select {Query()} as q) asked where d.tsv @@ q and {where}";
        }
        var matched = string.Join(" + ", words.Select(word => $"(d.tsv @@ plainto_tsquery('english', {Add(word)}))::int"));
        return $"""
            select {columns} from (
                select id, max(matched) over () as best, matched from (
                    select d.id, {matched} as matched from doc d where d.tsv @@ {Query()}) m) chosen
            join doc d using (id), (select {Query()} as q) asked
            where matched >= least({(int)Math.Ceiling(words.Length * 0.6)}, best) and {where}
            """;
    }

    private string Query() => any
        ? $"({string.Join(" || ", words.Select(word => $"plainto_tsquery('english', {Add(word)})"))})"
        : $"plainto_tsquery('english', {Add(string.Join(' ', words))})";

    private string Where()
    {
        var conditions = new List<string> { "true" };
        if (request.Filters.Box is { } box)
        {
            conditions.Add($"""
                (d.latitude is null and d.shapes && {Add(Geography.CountriesIn(box).ToArray())}
                 or d.latitude between {Add(box.South)} and {Add(box.North)} and d.longitude between {Add(box.West)} and {Add(box.East)})
                """);
        }
        if (request.Filters is { Near: { } near, DistanceKm: { } limit })
        {
            var countries = Geography.CountriesAround(near, limit);
            conditions.Add($"(d.latitude is null and d.shapes && {Add(countries.ToArray())} or {PlaceDistance(near)} <= {Add(limit)})");
        }
        return string.Join(" and ", conditions);
    }

    private string Distance()
    {
        if (request.Filters.Near is not { } near)
        {
            return "null::float8";
        }
        var distances = Enumerable.Range(0, Geography.CountryCount).Select(country => Geography.DistanceToCountry(near, country)).ToArray();
        return $"coalesce({PlaceDistance(near)}, (select min(({Add(distances)})[s + 1]) from unnest(d.shapes) s))";
    }

    private string PlaceDistance(GeoPoint near) => $"""
        (2 * 6371.0088 * asin(sqrt(power(sin(radians(d.latitude - {Add(near.Latitude)}) / 2), 2)
            + cos(radians({Add(near.Latitude)})) * cos(radians(d.latitude)) * power(sin(radians(d.longitude - {Add(near.Longitude)}) / 2), 2))))
        """;

    private static string OwnCounts(Facet facet, int own, int count)
    {
        var others = string.Concat(Enumerable.Range(0, count).Where(index => index != own).Select(index => $" and ok{index}"));
        var from = (int)facet * PostgresCorpus.FacetRange;
        return $" union all select o, count(*)::int from base, unnest(facets) o where not ok{own}{others} and o >= {from} and o < {from + PostgresCorpus.FacetRange} group by o";
    }

    private string Order() => request.Sort == SortOrder.Distance ? "distance, newest desc, id" : "rank desc, newest desc, id";

    private string Add(object value)
    {
        parameters.Add(value);
        return $"${parameters.Count}";
    }
}
