using PfP.Contracts.Catalogue;

namespace PfP.Catalogue.Groups;

/// <summary>The public part of a working group as other services learn of it.</summary>
internal static class GroupEvents
{
    public static string UrlOf(WorkingGroup group) => $"/working-groups/{group.Slug}";

    public static EntryPublished Published(WorkingGroup group, GroupNames names)
    {
        var content = group.Content;
        return new(
            group.Id,
            group.PublicVersion,
            EntryKinds.WorkingGroup,
            group.Slug,
            UrlOf(group),
            content.Language,
            GroupNames.Names(group).ToDictionary(name => name.Language, name => new EntryText(name.Name, null, name.Language == content.Language ? Body(content) : null, "human")),
            [.. GroupNames.Countries(content).Select(code => new EntryCountry(code, "lead"))],
            [],
            [],
            [.. names.Organisations(content).Select(organisation => new EntryOrganisation(organisation.Slug, organisation.Name, organisation.Acronym, organisation.Type, "lead"))],
            [],
            [],
            [])
        {
            StartYear = content.FromYear,
            EndYear = content.ToYear,
            Has = content.PublicPart().Documents.Count > 0 ? ["files"] : [],
        };
    }

    private static string? Body(GroupContent content)
    {
        var part = content.PublicPart();
        var texts = new[] { content.Mandate }
            .Concat(part.Years.SelectMany(year => new[] { year.Plan, year.Results }))
            .Concat(part.Documents.Select(document => document.Label ?? document.Name))
            .OfType<string>();
        return string.Join("\n\n", texts) is { Length: > 0 } body ? body : null;
    }
}
