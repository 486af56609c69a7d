using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Organisations;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Authentication;
using PfP.Vocabularies;

namespace PfP.Catalogue.Groups;

/// <summary>How groups and their chairs are called in a language.</summary>
internal sealed class GroupNames
{
    private readonly Dictionary<string, Organisation> organisations;

    private GroupNames(Dictionary<string, Organisation> organisations) => this.organisations = organisations;

    public static Task<GroupNames> OfAsync(CatalogueDbContext db, WorkingGroup group, CancellationToken cancellationToken) => OfAsync(db, group.Content.Chairs, cancellationToken);

    public static async Task<GroupNames> OfAsync(CatalogueDbContext db, IEnumerable<string> chairs, CancellationToken cancellationToken)
    {
        var slugs = chairs.Select(EntityKeys.Organisation).OfType<string>().Distinct().ToList();
        return new(slugs.Count == 0 ? [] : await db.Organisations.AsNoTracking().Where(organisation => slugs.Contains(organisation.Slug)).ToDictionaryAsync(organisation => organisation.Slug, cancellationToken));
    }

    public IEnumerable<Organisation> Organisations(GroupContent content) =>
        content.Chairs.Select(EntityKeys.Organisation).OfType<string>().Select(organisations.GetValueOrDefault).OfType<Organisation>();

    public static IEnumerable<string> Countries(GroupContent content) => content.Chairs.Select(EntityKeys.Country).OfType<string>();

    /// <summary>The forum's own groups have names in all languages, as long as nobody gives them another.</summary>
    public static IEnumerable<(string Language, string Name)> Names(WorkingGroup group) =>
        Vocabulary.WorkingGroups.Find(group.Slug) is { } term && term.Label.En == group.Content.Name && group.Content.Language == "en"
            ? [("en", term.Label.En), ("fr", term.Label.Fr), ("es", term.Label.Es)]
            : [(group.Content.Language, group.Content.Name)];

    public WorkingGroupSummary Summary(WorkingGroup group, string language)
    {
        var names = Names(group).ToList();
        var (shownIn, name) = names.Find(known => known.Language == language) is { Name: not null } asked ? asked : names[0];
        return new(group.Slug, GroupEvents.UrlOf(group), name, shownIn, group.Content.FromYear, group.Content.ToYear, [.. Chairs(group.Content, language)]);
    }

    public IEnumerable<GroupChair> Chairs(GroupContent content, string language) => content.Chairs.Select(owner => new GroupChair(owner, Chair(owner, language)));

    private string Chair(string owner, string language) =>
        EntityKeys.Country(owner) is { } code ? IsoCountries.Find(code)?.Name.In(language) ?? code
            : EntityKeys.Organisation(owner) is { } slug ? organisations.GetValueOrDefault(slug)?.Name ?? slug
            : owner;
}
