using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Groups;

/// <summary>One change of a group, from the version that its editor saw to the next.</summary>
internal sealed class GroupTurn(CatalogueDbContext db, TimeProvider clock, IHttpContextAccessor http)
{
    public async Task<GroupResult> PlayAsync(
        string slug, IfMatch match, Contributor contributor, string action, IReadOnlyList<Breach> breaches, Func<GroupContent, GroupContent> change, CancellationToken cancellationToken)
    {
        var (group, obstacle) = await db.TakeGroupAsync(slug, match, contributor, cancellationToken);
        if (group is null)
        {
            return obstacle!;
        }

        if (breaches.Count > 0)
        {
            return Breach.Answer(breaches);
        }

        if (await GroupPublication.ChangeAsync(db, group, change(group.Content), action, contributor, clock.GetUtcNow(), cancellationToken))
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        http.HttpContext!.Response.Headers.ETag = IfMatch.TagOf(group.Version);
        return TypedResults.Ok(await ChangeGroup.DraftAsync(db, group, cancellationToken));
    }

    public async Task<IReadOnlyList<Breach>> CheckChairsAsync(IReadOnlyList<string>? chairs, CancellationToken cancellationToken)
    {
        if (chairs is null || chairs.Count > WorkingGroups.MostChairs)
        {
            return [new Breach("chairs", $"It is a list of at most {WorkingGroups.MostChairs}.")];
        }

        var slugs = chairs.Select(EntityKeys.Organisation).OfType<string>().ToList();
        var known = await db.Organisations.Where(organisation => slugs.Contains(organisation.Slug)).Select(organisation => organisation.Slug).ToListAsync(cancellationToken);
        return Breach.Require(
            "chairs",
            chairs.All(chair => EntityKeys.Country(chair) is { } code ? IsoCountries.Find(code)?.Code == code : EntityKeys.Organisation(chair) is { } slug && known.Contains(slug)),
            "One of them is no country or organisation of the catalogue.");
    }
}
