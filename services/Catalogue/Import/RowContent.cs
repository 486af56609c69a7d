using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue;

namespace PfP.Catalogue.Import;

/// <summary>Lays a row over the current content of its entry, or over nothing.</summary>
/// <param name="organisations">Gives the slug of an organisation that a row names.</param>
internal sealed class RowContent(string kind, ImportRow row, EntryContent? current, Func<RowOrganisation, string> organisations)
{
    private readonly EntryContent content = current ?? new EntryContent { Language = row.Language ?? "en" };
    private readonly ValueMapping mapping = new();

    public EntryContent Build()
    {
        var built = Core() with
        {
            Practice = kind == EntryKinds.Practice ? Practice(content.Practice ?? new PracticeDetails()) : null,
            Tool = kind == EntryKinds.Tool ? Tool(content.Tool ?? new ToolDetails()) : null,
            Session = kind == EntryKinds.Session ? Session(content.Session ?? new SessionDetails()) : null,
            Recommendation = kind == EntryKinds.Recommendation ? Recommendation(content.Recommendation ?? new RecommendationDetails()) : null,
        };
        return built with { OriginalValues = mapping.Originals(content.OriginalValues) };
    }

    private EntryContent Core() => content with
    {
        Texts = Texts(),
        Countries = row.Countries is { } countries ? Countries(countries) : content.Countries,
        Regions = row.Regions is { } regions ? mapping.Many("regions", "regions", regions) : content.Regions,
        Places = row.Places is { } places ? [.. places.Select(place => new Place(place.Name, place.Latitude, place.Longitude))] : content.Places,
        GeographicScope = row.GeographicScope is { } scope ? mapping.One("geographicScope", "geographic-scopes", scope) : content.GeographicScope,
        Organisations = row.Organisations is { } named ? Organisations(named) : content.Organisations,
        Themes = Tags("themes", "suggestedThemes", "themes", row.Themes, row.SuggestedThemes, content.Themes),
        GcmObjectives = Tags("gcm", "suggestedGcm", "gcm-objectives", row.Gcm, row.SuggestedGcm, content.GcmObjectives),
        SdgTargets = Tags("sdg", "suggestedSdg", "sdg-targets", row.Sdg, row.SuggestedSdg, content.SdgTargets),
        Summits = row.Summits ?? content.Summits,
        WorkingGroups = row.WorkingGroups is { } groups ? mapping.Many("workingGroups", "working-groups", groups) : content.WorkingGroups,
        MayorsMechanism = row.MayorsMechanism ?? content.MayorsMechanism,
        Appearances = row.Sessions is { } sessions ? [.. sessions.Select(Appearance)] : content.Appearances,
        Parents = row.Parents ?? content.Parents,
        Related = row.Related ?? content.Related,
        Uses = row.Uses ?? content.Uses,
        Links = row.Links is { } links ? [.. links.Select(link => new Link(link.Url, link.Label, link.Language))] : content.Links,
        Files = row.Files is { } files ? [.. files.Select(file => new FileLink(file.Url, file.Label, file.Language, file.Format, file.Bytes))] : content.Files,
        Image = row.Image is { } image ? new Image(image.Url, image.Alt) : content.Image,
        Licence = Text(row.Licence, content.Licence),
        PermissionToPublish = row.PermissionToPublish ?? content.PermissionToPublish,
        DateAdded = row.DateAdded ?? content.DateAdded,
        LastVerified = row.LastVerified ?? content.LastVerified,
        NextReview = row.NextReview ?? content.NextReview,
        Figures = row.Figures is { } figures ? figures.ToDictionary(figure => figure.Name, figure => figure.Value) : content.Figures,
        Sources = row.Sources is { } sources ? [.. sources.Select(source => new Source(source.Title, source.Url, source.Lines, source.OriginalTitle) { Page = source.Page })] : content.Sources,
        EarlierAccounts = row.EarlierRecords is { } accounts ? [.. accounts.Select(account => new EarlierAccount(account.Title, account.Year, account.Challenge, account.Text))] : content.EarlierAccounts,
        EditorialNotes = row.Notes ?? content.EditorialNotes,
    };

    /// <summary>A row speaks one language; the texts in the others stay.</summary>
    private Dictionary<string, EntryTexts> Texts()
    {
        var language = row.Language ?? content.Language;
        var before = content.Texts.GetValueOrDefault(language) ?? new EntryTexts("", "human");
        var after = before with
        {
            Title = row.Title ?? before.Title,
            Origin = row.Origin ?? before.Origin,
            Summary = Text(row.Summary, before.Summary),
            Challenge = Text(row.Challenge, before.Challenge),
            Solution = Text(row.Solution, before.Solution),
            Activities = Text(row.Activities, before.Activities),
            Beneficiaries = Text(row.Beneficiaries, before.Beneficiaries),
            Results = Text(row.Results, before.Results),
            Lessons = Text(row.Lessons, before.Lessons),
            Pitfalls = Text(row.Pitfalls, before.Pitfalls),
            Conditions = Text(row.Conditions, before.Conditions),
            CostDrivers = Text(row.CostDrivers, before.CostDrivers),
            Purpose = Text(row.Purpose, before.Purpose),
            Audience = Text(row.Audience, before.Audience),
            Text = Text(row.Text, before.Text),
            Steps = row.Steps is { } steps ? [.. steps.Select(step => new Step(step.Title, step.Text))] : before.Steps,
        };
        return after == before ? new(content.Texts) : new(content.Texts) { [language] = after };
    }

    private PracticeDetails Practice(PracticeDetails practice) => practice with
    {
        Type = row.Type is { } type ? mapping.One("type", "practice-types", type) : practice.Type,
        Status = row.Status is { } status ? mapping.One("status", "statuses", status) : practice.Status,
        StartYear = row.StartYear ?? practice.StartYear,
        EndYear = row.EndYear ?? practice.EndYear,
        EvidenceLevel = row.EvidenceLevel is { } level ? mapping.One("evidenceLevel", "evidence-levels", level) : practice.EvidenceLevel,
        BeneficiariesNumber = row.BeneficiariesNumber ?? practice.BeneficiariesNumber,
        Budget = row.Budget is { } budget ? new Amount(budget.Amount, budget.Currency) : practice.Budget,
        Funders = row.Funders ?? practice.Funders,
        ChallengeDerived = row.ChallengeDerived ?? practice.ChallengeDerived,
    };

    private ToolDetails Tool(ToolDetails tool) => tool with
    {
        ResourceType = row.Type is { } type ? mapping.One("type", "tool-types", type) : tool.ResourceType,
        Year = row.Year ?? tool.Year,
        Edition = Text(row.Edition, tool.Edition),
        DocumentLanguages = row.DocumentLanguages ?? tool.DocumentLanguages,
        Format = Text(row.Format, tool.Format),
        TestedIn = row.TestedIn ?? tool.TestedIn,
        GfmdOrigin = Text(row.GfmdOrigin, tool.GfmdOrigin),
        ChallengeDerived = row.ChallengeDerived ?? tool.ChallengeDerived,
    };

    private SessionDetails Session(SessionDetails session) => session with
    {
        SessionType = row.Type is { } type ? mapping.One("type", "session-types", type) : session.SessionType,
        StartDate = row.StartDate ?? session.StartDate,
        EndDate = row.EndDate ?? session.EndDate,
        DurationMinutes = row.DurationMinutes ?? session.DurationMinutes,
        Format = Text(row.Format, session.Format),
    };

    private RecommendationDetails Recommendation(RecommendationDetails recommendation) => recommendation with { RoundTable = Text(row.RoundTable, recommendation.RoundTable) };

    /// <summary>One role per country: the one that says most, as the vocabulary orders them.</summary>
    private static IReadOnlyList<NamedCountry> Countries(IEnumerable<RowCountry> countries) =>
    [
        .. countries
            .GroupBy(country => country.Code.ToUpperInvariant())
            .Select(country => new NamedCountry(country.Key, country.Select(named => named.Role).MinBy(Weight.OfCountryRole)!)),
    ];

    private IReadOnlyList<NamedOrganisation> Organisations(IEnumerable<RowOrganisation> named) =>
    [
        .. named
            .Select(organisation => new NamedOrganisation(organisations(organisation), organisation.Role))
            .GroupBy(organisation => organisation.Slug)
            .Select(organisation => organisation.MinBy(role => Weight.OfOrganisationRole(role.Role))!),
    ];

    private Appearance Appearance(RowSession session) => new(
        session.Key,
        session.Order,
        session.Title,
        [.. (session.Countries ?? row.Countries ?? []).Select(country => country.Code.ToUpperInvariant()).Distinct()],
        [.. (session.Organisations ?? row.Organisations ?? []).Where(organisation => organisation.Role != "mentioned").Select(organisations).Distinct()])
    {
        Slides = session.Slides,
        Video = session.Video,
    };

    private IReadOnlyList<Assigned> Tags(
        string statedField, string suggestedField, string vocabulary, IReadOnlyList<string>? stated, IReadOnlyList<string>? suggested, IReadOnlyList<Assigned> before)
    {
        var sure = stated is null ? [.. before.Where(tag => !tag.Suggested).Select(tag => tag.Value)] : mapping.Many(statedField, vocabulary, stated);
        var unsure = suggested is null ? [.. before.Where(tag => tag.Suggested).Select(tag => tag.Value)] : mapping.Many(suggestedField, vocabulary, suggested);
        return [.. sure.Select(value => new Assigned(value, false)), .. unsure.Except(sure).Select(value => new Assigned(value, true))];
    }

    private static string? Text(string? given, string? before) => given is null ? before : given.Length == 0 ? null : given;
}
