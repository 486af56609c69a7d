using PfP.Contracts.Catalogue;
using PfP.Search.Geo;
using PfP.Search.Indexing;
using PfP.Search.Queries;

namespace PfP.Search.Engines.Embedded;

/// <summary>One condition: the documents that meet it, and the facet it selects in, if any.</summary>
internal readonly record struct Filter(Facet? Facet, DocumentBits Documents);

/// <summary>Evaluates the conditions of a query, each to a set of documents.</summary>
internal sealed class Filters(Snapshot snapshot, SearchRequest request)
{
    private readonly SearchFilters asked = request.Filters;

    public Filter[] Evaluate() => [.. Conditions()];

    private IEnumerable<Filter> Conditions()
    {
        foreach (var (facet, values) in asked.Selected)
        {
            yield return new(facet, facet == Facet.CallStatus ? WithStatus(values) : Having(facet, values));
        }
        if (asked.Partners.Count > 0)
        {
            yield return new(null, Having(Facet.Country, asked.Partners));
        }
        if (asked.YearFrom is not null || asked.YearTo is not null)
        {
            yield return new(null, Within(entry => entry.Year, asked.YearFrom, asked.YearTo));
        }
        if (asked.PublishedFrom is not null || asked.PublishedTo is not null)
        {
            yield return new(null, Within(entry => entry.PublishedOn, Number(asked.PublishedFrom), Number(asked.PublishedTo)));
        }
        if (asked.Box is { } box)
        {
            yield return new(null, At(Geography.CountriesIn(box), place => box.Contains(place.Latitude, place.Longitude)));
        }
        if (asked is { Near: { } point, DistanceKm: { } distance })
        {
            yield return new(null, At(Geography.CountriesAround(point, distance), place => Sphere.DistanceKm(point, place) <= distance));
        }
    }

    private DocumentBits Having(Facet facet, IReadOnlyList<string> values)
    {
        var documents = new DocumentBits(snapshot.DocumentCount);
        foreach (var value in values)
        {
            documents.Add(snapshot.PostingsOf(facet, value));
        }
        return documents;
    }

    private DocumentBits WithStatus(IReadOnlyList<string> statuses)
    {
        var documents = new DocumentBits(snapshot.DocumentCount);
        var calls = snapshot.PostingsOf(Facet.Kind, EntryKinds.Call);
        for (var index = 0; index < calls.Count; index++)
        {
            if (snapshot[calls.Documents[index]].Entry.CallStatusAt(request.Now) is { } status && statuses.Contains(status))
            {
                documents.Add(calls.Documents[index]);
            }
        }
        return documents;
    }

    private static int? Number(DateOnly? day) => day is { } given ? SearchDocument.DayNumber(given) : null;

    /// <summary>What has no such number is never within.</summary>
    private DocumentBits Within(Func<SearchDocument, int?> numberOf, int? from, int? to)
    {
        var documents = new DocumentBits(snapshot.DocumentCount);
        for (var document = 0; document < snapshot.DocumentCount; document++)
        {
            if (numberOf(snapshot[document].Entry) is { } number && !(number < from) && !(number > to))
            {
                documents.Add(document);
            }
        }
        return documents;
    }

    private DocumentBits At(IEnumerable<int> countries, Func<GeoPoint, bool> isThere)
    {
        var documents = new DocumentBits(snapshot.DocumentCount);
        foreach (var country in countries)
        {
            documents.Add(snapshot.Shapes[country, snapshot.DocumentCount]);
        }
        var placed = snapshot.Placed.Before(snapshot.DocumentCount);
        for (var index = 0; index < placed.Count; index++)
        {
            foreach (var place in snapshot.PlacesOf[placed.Documents[index]])
            {
                if (isThere(place))
                {
                    documents.Add(placed.Documents[index]);
                    break;
                }
            }
        }
        return documents;
    }
}
