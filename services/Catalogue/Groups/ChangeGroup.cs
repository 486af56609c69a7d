using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Groups;

/// <summary>What the co-chairs write, and what the secretariat says of a group.</summary>
internal static class ChangeGroup
{
    public static async Task<Results<Ok<WorkingGroupDraft>, NotFound>> GetAsync(string slug, Contributor contributor, CatalogueDbContext db, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await db.FindGroupAsync(slug, cancellationToken) is not { } group || !contributor.MayWrite(group))
        {
            return TypedResults.NotFound();
        }

        response.Headers.ETag = IfMatch.TagOf(group.Version);
        return TypedResults.Ok(await DraftAsync(db, group, cancellationToken));
    }

    public static async Task<GroupResult> DescribeAsync(string slug, WorkingGroupChange change, IfMatch match, Contributor contributor, GroupTurn turn, CancellationToken cancellationToken)
    {
        IReadOnlyList<Breach> breaches =
        [
            .. GroupRules.Check(new NewWorkingGroup(change.Name, change.Language, change.FromYear, change.ToYear)),
            .. await turn.CheckChairsAsync(change.Chairs, cancellationToken),
        ];
        return await turn.PlayAsync(slug, match, contributor, "described", breaches, content =>
        {
            var said = AddGroup.ContentOf(new(change.Name, change.Language, change.FromYear, change.ToYear));
            return content with { Name = said.Name, Language = said.Language, FromYear = said.FromYear, ToYear = said.ToYear, Chairs = [.. change.Chairs!.Distinct()] };
        }, cancellationToken);
    }

    public static Task<GroupResult> WriteMandateAsync(string slug, GroupMandate mandate, IfMatch match, Contributor contributor, GroupTurn turn, CancellationToken cancellationToken) =>
        turn.PlayAsync(slug, match, contributor, "mandate written", GroupRules.Check(mandate), content => content with { Mandate = Typed.Given(mandate.Mandate) }, cancellationToken);

    public static Task<GroupResult> WriteYearAsync(
        string slug, int year, GroupYearChange change, IfMatch match, Contributor contributor, GroupTurn turn, CancellationToken cancellationToken) =>
        turn.PlayAsync(slug, match, contributor, "year written", GroupRules.Check(year, change), content =>
        {
            var record = new YearRecord(year, Typed.Given(change.Plan), change.PlanFor == GroupReaders.Everyone, Typed.Given(change.Results), change.ResultsFor == GroupReaders.Everyone);
            var others = content.Years.Where(other => other.Year != year);
            return content with { Years = [.. (record is { Plan: null, Results: null } ? others : others.Append(record)).OrderByDescending(other => other.Year)] };
        }, cancellationToken);

    public static async Task<WorkingGroupDraft> DraftAsync(CatalogueDbContext db, WorkingGroup group, CancellationToken cancellationToken)
    {
        var content = group.Content;
        return new(
            group.Slug, content.Name, content.Language, content.FromYear, content.ToYear, [.. (await GroupNames.OfAsync(db, group, cancellationToken)).Chairs(content, "en")], content.Mandate,
            [.. content.Years.Select(year => new GroupYearDraft(year.Year, year.Plan, Readers(year.PlanIsPublic), year.Results, Readers(year.ResultsArePublic)))],
            [.. content.Documents.Select(document => new GroupDocument(document.Id, document.Label, Readers(document.IsPublic), document.Name, document.Bytes))],
            group.Version);
    }

    private static string Readers(bool isPublic) => isPublic ? GroupReaders.Everyone : GroupReaders.Members;
}
