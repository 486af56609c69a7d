using System.Text.Json;
using PfP.Contracts.Catalogue.Api;
using PfP.Design.Languages;
using PfP.Portal.Text;
using PfP.Vocabularies;

namespace PfP.Portal.Components.Pages.Entries;

/// <summary>An entry in schema.org's terms. The serializer escapes angle brackets, so no text can end the script element.</summary>
internal static class EntryJsonLd
{
    public static string Write(EntryResponse entry, HttpRequest request)
    {
        var address = $"{request.Scheme}://{request.Host}{SiteLanguage.Local(entry.Url)}";
        var data = new Dictionary<string, object?>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = entry.Session is null ? "CreativeWork" : "Event",
            ["@id"] = address,
            ["url"] = address,
            ["name"] = entry.Title,
            ["description"] = entry.Summary,
            ["inLanguage"] = entry.Language,
            ["identifier"] = entry.Id,
            ["keywords"] = Some(entry.Themes.Select(theme => Vocabulary.Themes.LabelOf(theme.Value))),
            ["spatialCoverage"] = Some(entry.Countries.Select(country => new Dictionary<string, string> { ["@type"] = "Country", ["name"] = Labels.Country(country.Code), ["identifier"] = country.Code })),
        };
        foreach (var (name, value) in entry.Session is { } session ? OfSession(entry, session) : OfWork(entry))
        {
            data[name] = value;
        }

        return JsonSerializer.Serialize(data.Where(pair => pair.Value is not null).ToDictionary());
    }

    private static Dictionary<string, object?> OfWork(EntryResponse entry) => new()
    {
        ["version"] = entry.Version,
        ["dateCreated"] = entry.DateAdded,
        ["license"] = entry.Licence,
        ["learningResourceType"] = entry.Tool?.ResourceType is { } type ? Vocabulary.ToolTypes.LabelOf(type) : null,
        ["contributor"] = Some(Organisations(entry)),
        ["publisher"] = new Dictionary<string, string> { ["@type"] = "Organization", ["name"] = "Global Forum on Migration and Development" },
    };

    private static Dictionary<string, object?> OfSession(EntryResponse entry, SessionFields session) => new()
    {
        ["startDate"] = session.StartDate,
        ["endDate"] = session.EndDate,
        ["location"] = session.Place is null ? null : new Dictionary<string, string> { ["@type"] = "Place", ["name"] = session.Place },
        ["organizer"] = Some(Organisations(entry)),
        ["superEvent"] = entry.Summits is [var summit, ..]
            ? new Dictionary<string, string> { ["@type"] = "Event", ["name"] = $"GFMD {summit.Number}, {summit.City} {summit.Year}" }
            : null,
    };

    private static IEnumerable<Dictionary<string, string>> Organisations(EntryResponse entry) =>
        entry.Organisations.Select(organisation => new Dictionary<string, string> { ["@type"] = "Organization", ["name"] = organisation.Name });

    private static List<T>? Some<T>(IEnumerable<T> values) => values.ToList() is { Count: > 0 } list ? list : null;
}
