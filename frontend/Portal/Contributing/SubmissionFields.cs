using System.Globalization;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Contributing;

/// <summary>The names of the forms' fields, and how they are read.</summary>
internal static class SubmissionFields
{
    public const string Country = "country";
    public const string CountryRole = "countryRole";
    public const string Organisation = "organisation";
    public const string OrganisationRole = "organisationRole";
    public const string LinkUrl = "linkUrl";
    public const string LinkLabel = "linkLabel";
    public const string VideoUrl = "videoUrl";
    public const string VideoCaptions = "videoCaptions";
    public const string VideoTranscript = "videoTranscript";
    public const string FileId = "fileId";
    public const string FileName = "fileName";
    public const string FileLabel = "fileLabel";
    public const string RemoveFile = "removeFile";
    public const string NewFiles = "newFiles";
    public const string Place = "presentationPlace";
    public const string Presented = "presentationEntry";
    public const string PresentedAs = "presentationTitle";
    public const string PresentingCountries = "presentationCountries";
    public const string PresentingOrganisations = "presentationOrganisations";
    public const string Speakers = "presentationSpeakers";
    public const string Slides = "presentationSlides";
    public const string Recording = "presentationVideo";

    // One order for all kinds, so that what is said about a form stands as its fields do.
    private static readonly string[] InOrder = [.. Texts(new()).Keys];
    private static readonly string[] OfPractices = ["countries", "challenge", "solution", "status", "startYear", "lessons"];
    private static readonly string[] OfTools = ["purpose", "audience", "year", "edition", "documentLanguages", "format", "testedIn", "gfmdOrigin", "usedBy"];
    private static readonly string[] OfLessons = ["title", "text", "type", "date", "language", "links"];
    private static readonly string[] OfSessionsAlone = ["summit", "startDate", "endDate", "duration", "place", "programme", "presentations"];
    private static readonly string[] OfSessions = [.. OfSessionsAlone, "title", "organisations", "themes", "type", "format", "language", "links", "video", "files", "summary", TranslationFields.Field, "note"];
    private static readonly string[] OfRecommendationsAlone = ["roundTable", "sourceName", "sourceUrl", "sourcePage", "gcm"];
    private static readonly string[] OfRecommendations = [.. OfRecommendationsAlone, "title", "summit", "text", "themes", "language", TranslationFields.Field, "note"];
    private static readonly string[] OfCorrections = ["lessons", "note"];

    /// <summary>Those that the form of that kind has, in their order.</summary>
    public static IEnumerable<string> Of(string kind, bool isCorrection) => kind switch
    {
        SubmissionKinds.Lesson => OfLessons,
        SubmissionKinds.Recommendation => InOrder.Intersect(OfRecommendations).Except(isCorrection ? [] : OfCorrections),
        SubmissionKinds.Session => InOrder.Intersect(OfSessions).Except(isCorrection ? [] : OfCorrections),
        _ => InOrder.Except(kind == SubmissionKinds.Tool ? OfPractices : OfTools).Except(OfSessionsAlone).Except(OfRecommendationsAlone).Except(["text", "date"]).Except(isCorrection ? [] : OfCorrections),
    };

    public static SubmissionForm Read(IFormCollection posted) => new()
    {
        Title = posted["title"],
        Language = posted["language"],
        Countries = [.. Rows(posted, Country, CountryRole).Select(row => new SubmissionCountry(row.First, row.Second))],
        IsGlobal = posted["isGlobal"] == "true",
        Organisations = [.. ReadOrganisations(posted)],
        Challenge = posted["challenge"],
        Solution = posted["solution"],
        Summary = posted["summary"],
        Lessons = posted["lessons"],
        Translations = [.. TranslationFields.Read(posted)],
        Note = posted["note"],
        Purpose = posted["purpose"],
        Audience = posted["audience"],
        Summit = posted["summit"],
        StartDate = posted["startDate"],
        EndDate = posted["endDate"],
        Duration = posted["duration"],
        Place = posted["place"],
        Programme = posted["programme"],
        Presentations = [.. ReadPresentations(posted)],
        Text = posted["text"],
        RoundTable = posted["roundTable"],
        SourceName = posted["sourceName"],
        SourceUrl = posted["sourceUrl"],
        SourcePage = posted["sourcePage"],
        Gcm = [.. posted["gcm"].OfType<string>()],
        ComesFrom = posted["comesFrom"],
        Date = posted["date"],
        Year = posted["year"],
        Edition = posted["edition"],
        DocumentLanguages = [.. posted["documentLanguages"].OfType<string>()],
        Format = posted["format"],
        TestedIn = [.. Filled(posted, "testedIn")],
        GfmdOrigin = posted["gfmdOrigin"],
        UsedBy = [.. Filled(posted, "usedBy")],
        Themes = [.. posted["themes"].OfType<string>()],
        Type = posted["type"],
        Status = posted["status"],
        StartYear = posted["startYear"],
        Links = [.. ReadLinks(posted)],
        Video = new(posted[VideoUrl], posted[VideoCaptions], posted[VideoTranscript]),
        Files = [.. ReadFiles(posted)],
        Contact = new(posted["contactName"], posted["contactEmail"]),
    };

    public static IEnumerable<SubmissionLink> ReadLinks(IFormCollection posted) =>
        Pairs(posted, LinkUrl, LinkLabel).Where(row => row.First.Trim().Length + row.Second.Trim().Length > 0).Select(row => new SubmissionLink(row.First, row.Second));

    public static IEnumerable<SubmissionOrganisation> ReadOrganisations(IFormCollection posted) =>
        Rows(posted, Organisation, OrganisationRole).Select(row => new SubmissionOrganisation(row.First, row.Second));

    /// <summary>In the places that were typed; a row without one stays where it is.</summary>
    private static IEnumerable<SubmissionPresentation> ReadPresentations(IFormCollection posted)
    {
        string At(string name, int index) => posted[name].ElementAtOrDefault(index) ?? "";
        return posted[Presented]
            .Select((_, index) => (
                Row: new SubmissionPresentation(At(Presented, index), At(PresentedAs, index), At(PresentingCountries, index), At(PresentingOrganisations, index), At(Speakers, index))
                {
                    Slides = At(Slides, index),
                    Video = At(Recording, index),
                },
                Place: int.TryParse(At(Place, index), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : index + 1))
            .Where(item => Text(item.Row).Length > 0)
            .OrderBy(item => item.Place)
            .Select(item => item.Row);
    }

    /// <summary>What the form says at each field, in their order, as text: to compare two versions of it.</summary>
    public static IReadOnlyDictionary<string, string> Texts(SubmissionForm form) => new Dictionary<string, string>
    {
        ["title"] = form.Title ?? "",
        ["summit"] = form.Summit ?? "",
        ["roundTable"] = form.RoundTable ?? "",
        ["startDate"] = form.StartDate ?? "",
        ["endDate"] = form.EndDate ?? "",
        ["duration"] = form.Duration ?? "",
        ["place"] = form.Place ?? "",
        ["countries"] = string.Join("; ", form.Countries.Select(country => $"{country.Code} {country.Role}").Append(form.IsGlobal ? "*" : "").Where(text => text.Length > 0)),
        ["organisations"] = string.Join("; ", form.Organisations.Select(organisation => $"{organisation.Name} {organisation.Role}")),
        ["challenge"] = form.Challenge ?? "",
        ["solution"] = form.Solution ?? "",
        ["purpose"] = form.Purpose ?? "",
        ["audience"] = form.Audience ?? "",
        ["text"] = form.Text ?? "",
        ["sourceName"] = form.SourceName ?? "",
        ["sourceUrl"] = form.SourceUrl ?? "",
        ["sourcePage"] = form.SourcePage ?? "",
        ["programme"] = form.Programme ?? "",
        ["presentations"] = string.Join("; ", form.Presentations.Select(Text)),
        ["themes"] = string.Join("; ", form.Themes),
        ["gcm"] = string.Join("; ", form.Gcm),
        ["type"] = form.Type ?? "",
        ["status"] = form.Status ?? "",
        ["startYear"] = form.StartYear ?? "",
        ["date"] = form.Date ?? "",
        ["year"] = form.Year ?? "",
        ["edition"] = form.Edition ?? "",
        ["documentLanguages"] = string.Join("; ", form.DocumentLanguages),
        ["format"] = form.Format ?? "",
        ["testedIn"] = string.Join("; ", form.TestedIn),
        ["gfmdOrigin"] = form.GfmdOrigin ?? "",
        ["usedBy"] = string.Join("; ", form.UsedBy),
        ["language"] = form.Language ?? "",
        ["links"] = string.Join("; ", form.Links.Select(link => $"{link.Url} {link.Label}".Trim())),
        ["video"] = $"{form.Video?.Url} {form.Video?.Captions} {form.Video?.Transcript}".Trim(),
        ["files"] = string.Join("; ", form.Files.Select(file => $"{file.Name} {file.Label}".Trim())),
        ["contact"] = $"{form.Contact?.Name} {form.Contact?.Email}".Trim(),
        ["summary"] = form.Summary ?? "",
        ["lessons"] = form.Lessons ?? "",
        ["comesFrom"] = form.ComesFrom ?? "",
        [TranslationFields.Field] = TranslationFields.Text(form.Translations),
        ["note"] = form.Note ?? "",
    };

    /// <summary>A presentation in one line; empty where nothing is said of it.</summary>
    public static string Text(SubmissionPresentation row) =>
        string.Join(" · ", new[] { row.Title, row.Entry, row.Countries, row.Organisations, row.Speakers, row.Slides, row.Video }.Where(cell => !string.IsNullOrWhiteSpace(cell)).Select(cell => cell!.Trim()));

    /// <summary>Where two versions differ, and what the second says there.</summary>
    public static IReadOnlyList<(string Field, string Text)> Differences(SubmissionForm mine, SubmissionForm theirs) => Differences(Texts(mine), Texts(theirs));

    public static IReadOnlyList<(string Field, string Text)> Differences(IReadOnlyDictionary<string, string> mine, IReadOnlyDictionary<string, string> theirs) =>
        // Browsers send other line endings than scripts and programs do.
        [.. theirs.Where(field => field.Value.ReplaceLineEndings("\n") != mine[field.Key].ReplaceLineEndings("\n")).Select(field => (field.Key, field.Value))];

    public static bool IsKnown(string? field) => InOrder.Contains(field);

    /// <summary>By the order of the fields in the form; what belongs to none of them comes first.</summary>
    public static int Order(string field) => Array.IndexOf(InOrder, field);

    /// <summary>For those who see the submission.</summary>
    public static string FileAddress(Guid submission, SubmissionFile file) => $"/api/catalogue/submissions/{submission}/files/{file.Id}";

    public static IEnumerable<SubmissionFile> ReadFiles(IFormCollection posted) =>
        from row in posted[FileId].Zip(posted[FileName], posted[FileLabel])
        where Guid.TryParse(row.First, out _) && !posted[RemoveFile].Contains(row.First)
        select new SubmissionFile(Guid.Parse(row.First!), row.Third) { Name = row.Second ?? "" };

    public static IEnumerable<string> Filled(IFormCollection posted, string name) => posted[name].OfType<string>().Where(text => text.Trim().Length > 0);

    // A row of which nothing but a role is chosen says nothing.
    private static IEnumerable<(string First, string Second)> Rows(IFormCollection posted, string first, string second) =>
        Pairs(posted, first, second).Where(row => row.First.Trim().Length > 0);

    private static IEnumerable<(string First, string Second)> Pairs(IFormCollection posted, string first, string second) =>
        posted[first].Zip(posted[second], (one, two) => (one ?? "", two ?? ""));
}
