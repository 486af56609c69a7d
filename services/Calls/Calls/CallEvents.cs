using PfP.Contracts.Calls;
using PfP.Contracts.Catalogue;

namespace PfP.Calls.Calls;

internal static class CallEvents
{
    public static CallPublished Published(Call call)
    {
        var content = call.Content;
        return new(
            call.Id,
            call.Version,
            call.Slug!,
            CallAddress.Of(call.Slug!),
            call.State,
            content.Language,
            content.Texts.ToDictionary(text => text.Key, text => Text(text.Value)),
            [.. content.Countries.Select(code => new EntryCountry(code, "lead"))],
            content.CountriesWanted,
            [.. Named(content.Organisations, "lead"), .. Named(content.Partners, "partner")],
            Tags(content.Themes),
            Tags(content.GcmObjectives),
            Tags(content.SdgTargets))
        {
            Type = content.Type,
            OpensAt = call.OpensAt,
            ClosesAt = call.ClosesAt,
            Deadline = content.Deadline is { } deadline ? new StatedDeadline(deadline.LastDay(), deadline.Time, deadline.Zone, deadline.Precision) : null,
            DeadlineSetAt = call.DeadlineSetAt,
            IsExtended = call.IsExtended,
            Owner = call.Owner,
            Summit = content.Summit is { } summit ? new EntrySummit(summit.Number, summit.Year, summit.City) : null,
            Year = content.Year ?? content.Deadline?.Date.Year,
            DateAdded = content.DateAdded,
            PublishedAt = call.PublishedAt,
        };
    }

    private static EntryText Text(CallTexts texts) =>
        new(texts.Title, texts.Summary ?? texts.Ask, Join(texts.Background, texts.Summary is null ? null : texts.Ask, texts.ForWhom), texts.Origin);

    private static string? Join(params string?[] parts) => string.Join("\n\n", parts.OfType<string>()) is { Length: > 0 } body ? body : null;

    private static IEnumerable<EntryOrganisation> Named(IReadOnlyList<NamedOrganisation> organisations, string role) =>
        organisations.Select(named => new EntryOrganisation(named.Slug, named.Name, named.Acronym, named.Type, role));

    private static EntryTag[] Tags(IReadOnlyList<Assigned> assigned) => [.. assigned.Select(tag => new EntryTag(tag.Value, tag.Suggested))];
}
