using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Entries;

/// <summary>Entries as the API shows them.</summary>
internal static class EntryResponses
{
    public static EntrySummary Summary(Entry entry, string asked, Registers registers)
    {
        var language = entry.Texts.ContainsKey(asked) ? asked : entry.Language;
        var text = entry.Texts[language];
        return new EntrySummary(
            entry.Id,
            entry.Kind,
            entry.Slug!,
            EntryAddress.Of(entry.Kind, entry.Slug!),
            text.Title,
            language,
            text.Summary,
            entry.Countries,
            [.. entry.Themes.Select(theme => new Tag(theme, entry.SuggestedThemes.Contains(theme)))],
            [.. entry.Organisations.Select(slug => new OrganisationName(slug, registers.Organisations[slug].Name))],
            entry.Year,
            entry.Type,
            entry.Status,
            entry.DateAdded,
            Summits(entry.Summits, registers))
        {
            StartDate = entry.StartsOn,
            EndDate = entry.EndsOn,
        };
    }

    public static EntryLink Link(Entry entry, string asked)
    {
        var language = entry.Texts.ContainsKey(asked) ? asked : entry.Language;
        return new EntryLink(entry.Kind, entry.Slug!, EntryAddress.Of(entry.Kind, entry.Slug!), entry.Texts[language].Title, language);
    }

    /// <param name="isCurrent">False for an older version, which shows its own state.</param>
    public static EntryResponse Full(Entry entry, EntryRevision revision, string asked, Registers registers, EntryLinks links, bool isCurrent)
    {
        var content = revision.Content;
        var (language, texts) = content.In(asked);
        return new EntryResponse(
            entry.Id,
            entry.Kind,
            entry.Slug!,
            EntryAddress.Of(entry.Kind, entry.Slug!),
            revision.Version,
            EntryStates.Name(isCurrent ? entry.State : revision.State),
            entry.Archival,
            language,
            texts.Origin,
            [.. content.Texts.Keys.Order()],
            texts.Title,
            texts.Summary,
            [.. content.Countries.Select(country => new CountryRole(country.Code, country.Role))],
            content.Regions,
            [.. content.Places.Select(place => new PlaceResponse(place.Name, place.Latitude, place.Longitude))],
            content.GeographicScope,
            Organisations(content.Organisations, registers),
            Tags(content.Themes),
            Tags(content.GcmObjectives),
            Tags(content.SdgTargets),
            Summits(content.Summits, registers),
            content.WorkingGroups)
        {
            Origins = content.Texts.ToDictionary(text => text.Key, text => text.Value.Origin),
            Practice = entry.Kind == EntryKinds.Practice ? Practice(content, texts, links) : null,
            Tool = entry.Kind == EntryKinds.Tool ? Tool(content, texts, links) : null,
            Session = entry.Kind == EntryKinds.Session ? Session(content, texts, links) : null,
            Recommendation = entry.Kind == EntryKinds.Recommendation ? new RecommendationFields(texts.Text, content.Recommendation?.RoundTable) : null,
            EarlierRecords = [.. content.EarlierAccounts.Select(account => new EarlierRecord(account.Title, account.Year, account.Challenge, account.Text))],
            Links = [.. content.Links.Select(link => new LinkResponse(link.Url, link.Label, link.Language))],
            Files = [.. content.Files.Select(file => new FileResponse(file.Url, file.Label, file.Language, file.Format, file.Bytes))],
            Image = content.Image is { } image ? new ImageResponse(image.Url, image.Alt) : null,
            Video = content.Video is { } video ? new VideoResponse(video.Url, video.HasCaptions, video.Transcript) : null,
            MayorsMechanism = content.MayorsMechanism,
            Figures = [.. content.Figures.Select(figure => new Figure(figure.Key, figure.Value))],
            Sources = [.. content.Sources.Select(Source)],
            Licence = content.Licence,
            Owner = entry.Owner,
            DateAdded = content.DateAdded,
            LastVerified = content.LastVerified,
            NextReview = content.NextReview,
            Parents = links.Parents,
            Parts = links.Parts,
            PresentedAt = links.PresentedAt,
            Related = links.Related,
        };
    }

    public static SourceResponse Source(Source source) => new(source.Title, source.Url) { Lines = source.Lines, Page = source.Page };

    private static PracticeFields Practice(EntryContent content, EntryTexts texts, EntryLinks links)
    {
        var practice = content.Practice ?? new PracticeDetails();
        return new PracticeFields(
            texts.Challenge,
            texts.Solution,
            texts.Activities,
            practice.BeneficiariesNumber is null && texts.Beneficiaries is null ? null : new Beneficiaries(practice.BeneficiariesNumber, texts.Beneficiaries),
            texts.Results,
            practice.EvidenceLevel,
            texts.Lessons,
            texts.Pitfalls,
            texts.Conditions,
            texts.CostDrivers,
            practice.Budget is { } budget ? new Money(budget.Value, budget.Currency) : null,
            practice.Funders,
            [.. texts.Steps.Select(step => new PracticeStep(step.Title, step.Text))],
            practice.Type,
            practice.Status,
            practice.StartYear,
            practice.EndYear)
        {
            ChallengeDerived = practice.ChallengeDerived,
            Uses = links.Uses,
            // Those of one day stand as they came, the last first.
            Updates = [.. content.Additions.Reverse().OrderByDescending(addition => addition.Date, StringComparer.Ordinal).Select(Update)],
        };
    }

    private static PracticeUpdate Update(Addition addition) => new(
        addition.Kind, addition.Title, addition.Text, addition.Date, addition.Language, [.. addition.Links.Select(link => new LinkResponse(link.Url, link.Label, link.Language))]);

    private static ToolFields Tool(EntryContent content, EntryTexts texts, EntryLinks links)
    {
        var tool = content.Tool ?? new ToolDetails();
        return new ToolFields(
            tool.ResourceType, texts.Challenge, texts.Purpose, texts.Audience, tool.Year, tool.Edition, tool.DocumentLanguages, tool.Format, tool.TestedIn, tool.GfmdOrigin, links.UsedBy)
        {
            ChallengeDerived = tool.ChallengeDerived,
        };
    }

    private static SessionFields Session(EntryContent content, EntryTexts texts, EntryLinks links)
    {
        var session = content.Session ?? new SessionDetails();
        return new SessionFields(session.SessionType, session.StartDate, session.EndDate, session.DurationMinutes, session.Format, links.Presentations)
        {
            Place = session.Place,
            Programme = texts.Programme,
        };
    }

    private static IReadOnlyList<OrganisationRole> Organisations(IReadOnlyList<NamedOrganisation> named, Registers registers) =>
    [
        .. named.Zip(registers.Of(named), (role, organisation) =>
            new OrganisationRole(organisation.Slug, organisation.Name, organisation.Acronym, organisation.Type, role.Role)),
    ];

    private static IReadOnlyList<Tag> Tags(IReadOnlyList<Assigned> assigned) => [.. assigned.Select(tag => new Tag(tag.Value, tag.Suggested))];

    private static IReadOnlyList<SummitName> Summits(IEnumerable<int> numbers, Registers registers) =>
        [.. registers.Of(numbers).OrderByDescending(summit => summit.Number).Select(summit => new SummitName(summit.Number, summit.Year, summit.City))];
}
