using PfP.Contracts.Catalogue;

namespace PfP.Catalogue.Entries;

/// <summary>An entry's public state as other services learn of it.</summary>
internal static class EntryEvents
{
    public static EntryPublished Published(Entry entry, EntryContent content, Registers registers) => new(
        entry.Id,
        entry.Version,
        entry.Kind,
        entry.Slug!,
        EntryAddress.Of(entry.Kind, entry.Slug!),
        content.Language,
        content.Texts.ToDictionary(text => text.Key, text => Text(text.Value, content)),
        [.. content.Countries.Select(country => new EntryCountry(country.Code, country.Role))],
        content.Regions,
        [.. content.Places.Select(place => new EntryPlace(place.Name, place.Latitude, place.Longitude))],
        Organisations(content, registers),
        Tags(content.Themes),
        Tags(content.GcmObjectives),
        Tags(content.SdgTargets))
    {
        GeographicScope = content.GeographicScope,
        Type = content.Type,
        Status = content.Practice?.Status,
        Summits = [.. registers.Of(content.Summits).OrderByDescending(summit => summit.Number).Select(summit => new EntrySummit(summit.Number, summit.Year, summit.City))],
        WorkingGroups = content.WorkingGroups,
        StartYear = content.StartYear,
        EndYear = content.EndYear,
        DateAdded = content.DateAdded,
        PublishedAt = entry.PublishedAt,
        LastVerified = content.LastVerified,
        Owner = entry.Owner,
        Has = [.. Offers(content)],
    };

    public static EntryWithdrawn Withdrawn(Entry entry) =>
        new(entry.Id, entry.Version, entry.Kind, entry.Slug!, entry.WithdrawnAt!.Value, entry.WithdrawalReason!);

    private static IReadOnlyList<EntryOrganisation> Organisations(EntryContent content, Registers registers) =>
    [
        .. content.Organisations.Zip(registers.Of(content.Organisations), (named, organisation) =>
            new EntryOrganisation(organisation.Slug, organisation.Name, organisation.Acronym, organisation.Type, named.Role)),
    ];

    private static IReadOnlyList<EntryTag> Tags(IReadOnlyList<Assigned> assigned) => [.. assigned.Select(tag => new EntryTag(tag.Value, tag.Suggested))];

    private static EntryText Text(EntryTexts texts, EntryContent content) =>
        new(texts.Title, texts.Abstract, string.Join("\n\n", Body(texts, content).OfType<string>().Where(text => text != texts.Abstract)) is { Length: > 0 } body ? body : null, texts.Origin);

    private static IEnumerable<string?> Body(EntryTexts texts, EntryContent content) =>
    [
        texts.Challenge, texts.Solution, texts.Purpose, texts.Audience, texts.Programme, texts.Activities, texts.Beneficiaries, texts.Results,
        texts.Lessons, texts.Pitfalls, texts.Conditions, texts.CostDrivers, texts.Text, content.Recommendation?.RoundTable,
        .. content.Additions.SelectMany(addition => new[] { addition.Title, addition.Text }),
        .. content.Session is { Place: { } place } ? [place] : Array.Empty<string>(),
        .. content.Session?.Presentations?.Select(presentation => presentation.Title) ?? [],
        .. texts.Steps.SelectMany(step => new[] { step.Title, step.Text }),
        .. content.EarlierAccounts.SelectMany(account => new[] { account.Title, account.Challenge, account.Text }).Where(text => text != texts.Title),
    ];

    private static IEnumerable<string> Offers(EntryContent content)
    {
        if (content.Texts.Values.Any(texts => texts.Lessons is not null) || content.Additions.Any(addition => addition.Kind == "lesson"))
        {
            yield return "lessons";
        }

        if (content.Texts.Values.Any(texts => texts.Pitfalls is not null))
        {
            yield return "pitfalls";
        }

        if (content.Practice?.EvidenceLevel is not (null or "none-yet"))
        {
            yield return "evidence";
        }

        if (content.Files.Count > 0)
        {
            yield return "files";
        }
    }
}
