using System.Collections.Concurrent;
using System.Globalization;
using PfP.Search.Indexing;

namespace PfP.Search.Engines.Embedded;

/// <summary>Names that no vocabulary has, as the documents give them: organisations and summits.</summary>
internal sealed class SeenNames
{
    private readonly ConcurrentDictionary<string, DocumentOrganisation> organisations = new();
    private readonly ConcurrentDictionary<string, DocumentSummit> summits = new();

    public ICollection<DocumentOrganisation> Organisations => organisations.Values;

    public void Add(SearchDocument document)
    {
        foreach (var organisation in document.Organisations)
        {
            organisations[organisation.Slug] = organisation;
        }
        foreach (var summit in document.Summits)
        {
            summits[summit.Number.ToString(CultureInfo.InvariantCulture)] = summit;
        }
    }

    public string? Label(Facet facet, string value) => facet switch
    {
        Facet.Organisation => organisations.GetValueOrDefault(value)?.Name,
        Facet.Summit => summits.GetValueOrDefault(value) is { } summit ? $"{summit.Number} – {summit.City} {summit.Year}" : null,
        _ => null,
    };
}
