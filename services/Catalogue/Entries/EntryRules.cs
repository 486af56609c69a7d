using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;
using PfP.Vocabularies;

namespace PfP.Catalogue.Entries;

/// <summary>
/// What a template asks for. Values must come from the vocabularies always; required fields and limits bind submissions, while archival
/// records need no more than a title and keep their gaps.
/// </summary>
internal static class EntryRules
{
    public const int TitleLimit = 150;
    public const int SummaryLimit = 800;

    public static IReadOnlyList<Breach> Check(string kind, EntryContent content, bool archival) =>
        [.. Always(content), .. archival ? [] : OfSubmissions(kind, content)];

    private static IEnumerable<Breach> Always(EntryContent content) =>
    [
        .. Breach.Require("title", content.Texts.ContainsKey(content.Language) && content.Texts.Values.All(texts => !string.IsNullOrWhiteSpace(texts.Title))),
        .. Known("language", content.Texts.Keys.Append(content.Language), Vocabulary.Languages),
        .. content.Countries.Where(country => IsoCountries.Find(country.Code) is null).Select(country => Unknown("countries", country.Code)),
        .. Known("countries", content.Countries.Select(country => country.Role), Vocabulary.CountryRoles),
        .. Known("regions", content.Regions, Vocabulary.Regions),
        .. Known("geographicScope", [content.GeographicScope], Vocabulary.GeographicScopes),
        .. Known("themes", content.Themes.Select(theme => theme.Value), Vocabulary.Themes),
        .. Known("gcm", content.GcmObjectives.Select(objective => objective.Value), Vocabulary.GcmObjectives),
        .. Known("sdg", content.SdgTargets.Select(target => target.Value), Vocabulary.SdgTargets),
        .. Known("workingGroups", content.WorkingGroups, Vocabulary.WorkingGroups),
        .. Known("type", [content.Practice?.Type], Vocabulary.PracticeTypes),
        .. Known("type", [content.Tool?.ResourceType], Vocabulary.ToolTypes),
        .. Known("type", [content.Session?.SessionType], Vocabulary.SessionTypes),
        .. Known("status", [content.Practice?.Status], Vocabulary.Statuses),
        .. Known("evidenceLevel", [content.Practice?.EvidenceLevel], Vocabulary.EvidenceLevels),
        .. content.Places.Where(place => Math.Abs(place.Latitude) > 90 || Math.Abs(place.Longitude) > 180).Select(_ => new Breach("places", "Latitude or longitude is out of range.")),
        .. content.EndYear < content.StartYear ? [new Breach("endYear", "It ends before it starts.")] : Array.Empty<Breach>(),
        .. content.Links.Select(link => link.Url).Concat(content.Files.Select(file => file.Url).Where(url => FileAddress.Parse(EntryFiles.Address, url) is null)).Where(url => !Addresses.IsWeb(url)).Select(url => new Breach("links", $"'{url}' is not a web address.")),
        .. Breach.Require("image", content.Image is null || !string.IsNullOrWhiteSpace(content.Image.Alt), "An image needs a text alternative."),
    ];

    private static IEnumerable<Breach> OfSubmissions(string kind, EntryContent content) =>
    [
        .. Limits(content),
        .. Breach.Require("permissionToPublish", content.PermissionToPublish),
        .. kind switch
        {
            EntryKinds.Practice => OfPractices(content, content.Texts.GetValueOrDefault(content.Language)),
            EntryKinds.Tool => OfTools(content, content.Texts.GetValueOrDefault(content.Language)),
            EntryKinds.Recommendation => OfRecommendations(content, content.Texts.GetValueOrDefault(content.Language)),
            _ => Breach.Require("summit", content.Summits.Count > 0),
        },
    ];

    private static IEnumerable<Breach> Limits(EntryContent content) =>
    [
        .. Breach.Require("title", content.Texts.Values.All(texts => texts.Title.Length <= TitleLimit), $"A title has at most {TitleLimit} characters."),
        .. Breach.Require("summary", content.Texts.Values.All(texts => texts.Summary is null || texts.Summary.Length <= SummaryLimit), $"A summary has at most {SummaryLimit} characters."),
        .. Breach.Require("gcm", content.GcmObjectives.Count <= 5, "At most 5 GCM objectives."),
        .. Breach.Require("sdg", content.SdgTargets.Count <= 5, "At most 5 SDG targets."),
    ];

    private static IEnumerable<Breach> OfPractices(EntryContent content, EntryTexts? texts) =>
    [
        .. Breach.Require("themes", content.Themes.Count is >= 1 and <= 4, "Choose one to four themes."),
        .. Breach.Require("countries", content.Countries.Count > 0 || content.GeographicScope == "global", "Name the countries, or say that it is global."),
        .. Breach.Require("geographicScope", content.GeographicScope is not null),
        .. Breach.Require("organisations", content.Organisations.Any(organisation => organisation.Role == "lead"), "Name the lead organisation."),
        .. Breach.Require("challenge", texts?.Challenge is not null),
        .. Breach.Require("solution", texts?.Solution is not null),
        .. Breach.Require("summary", texts?.Summary is not null),
        .. Breach.Require("type", content.Practice?.Type is not null),
        .. Breach.Require("status", content.Practice?.Status is not null),
        .. Breach.Require("startYear", content.Practice?.StartYear is not null),
        .. Breach.Require("links", content.Links.Count + content.Files.Count > 0, "Give a link or a file."),
    ];

    private static IEnumerable<Breach> OfTools(EntryContent content, EntryTexts? texts) =>
    [
        .. Breach.Require("type", content.Tool?.ResourceType is not null),
        .. Breach.Require("purpose", texts?.Purpose is not null),
        .. Breach.Require("organisations", content.Organisations.Count > 0),
        .. Breach.Require("documentLanguages", content.Tool?.DocumentLanguages.Count > 0),
        .. Breach.Require("themes", content.Themes.Count is >= 1 and <= 4, "Choose one to four themes."),
        .. Breach.Require("links", content.Links.Count + content.Files.Count > 0, "Give a link or a file."),
    ];

    private static IEnumerable<Breach> OfRecommendations(EntryContent content, EntryTexts? texts) =>
    [
        .. Breach.Require("summit", content.Summits.Count > 0),
        .. Breach.Require("text", texts?.Text is not null),
        .. Breach.Require("sourceName", content.Sources.Count > 0),
    ];

    private static IEnumerable<Breach> Known(string field, IEnumerable<string?> values, IReadOnlyList<Term> vocabulary) =>
        values.OfType<string>().Where(value => vocabulary.Find(value) is null).Select(value => Unknown(field, value));

    private static Breach Unknown(string field, string value) => new(field, $"'{value}' is not in the vocabulary.");
}
