using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Groups;

/// <summary>The secretariat adds a working group. It needs no Idempotency-Key: its address comes from its name, so that a repeated request finds what the first one made.</summary>
internal static class AddGroup
{
    private const string SlugIndex = "working_groups_slug";

    public static async Task<Results<Created<WorkingGroupDraft>, ValidationProblem>> HandleAsync(
        NewWorkingGroup form, Contributor contributor, CatalogueDbContext db, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        if (GroupRules.Check(form) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        var content = ContentOf(form);
        if (Slug.From(content.Name) is not { Length: > 0 } slug)
        {
            return Breach.Answer([new Breach("name", "It has a letter from which an address can be made.")]);
        }

        if (await db.FindGroupAsync(slug, cancellationToken) is not { } group)
        {
            group = WorkingGroup.Create(slug, content);
            db.WorkingGroups.Add(group);
            db.Audit.Add(new AuditRecord(clock.GetUtcNow(), contributor.Actor, "added", EntryKinds.WorkingGroup, group.Id, group.Version, StoredJson.Changes(null, content)));
            GroupPublication.Publish(db, group, await GroupNames.OfAsync(db, group, cancellationToken));
            if (!await db.TryCreateAsync(SlugIndex, cancellationToken))
            {
                group = (await db.FindGroupAsync(slug, cancellationToken))!;
            }
        }

        if (StoredJson.Changes(group.Content, content).Length > 0)
        {
            return Breach.Answer([new Breach("name", "There is a group of that name already.")]);
        }

        response.Headers.ETag = IfMatch.TagOf(group.Version);
        return TypedResults.Created($"/api/catalogue/working-groups/{slug}", await ChangeGroup.DraftAsync(db, group, cancellationToken));
    }

    public static GroupContent ContentOf(NewWorkingGroup form) => new()
    {
        Name = Typed.Given(form.Name)!,
        Language = form.Language!,
        FromYear = Typed.Number(form.FromYear),
        ToYear = Typed.Number(form.ToYear),
    };
}
