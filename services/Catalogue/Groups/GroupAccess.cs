// What every change of a working group answers with.
global using GroupResult = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<PfP.Contracts.Catalogue.Api.WorkingGroupDraft>,
    Microsoft.AspNetCore.Http.HttpResults.ValidationProblem,
    Microsoft.AspNetCore.Http.HttpResults.NotFound,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Groups;

/// <summary>
/// A group is written by whoever acts for one of its co-chairs, member or focal point, and by the secretariat. Who chairs it is read from its row and not
/// from a token: a chair that was named is one at once, and whose turn is over is none any more.
/// </summary>
internal static class GroupAccess
{
    public static bool MayWrite(this Contributor contributor, WorkingGroup group) => contributor.IsStaff || group.IsChairedBy(contributor.Entity);

    public static ProblemHttpResult NotTheirs() =>
        TypedResults.Problem("A working group is its co-chairs' to write, or the secretariat's.", statusCode: StatusCodes.Status403Forbidden);

    public static Task<WorkingGroup?> FindGroupAsync(this CatalogueDbContext db, string slug, CancellationToken cancellationToken) =>
        db.WorkingGroups.FirstOrDefaultAsync(group => group.Slug == slug, cancellationToken);

    /// <returns>The one, tracked, or why the member does not change it.</returns>
    public static async Task<(WorkingGroup? Group, GroupResult? Obstacle)> TakeGroupAsync(
        this CatalogueDbContext db, string slug, IfMatch match, Contributor contributor, CancellationToken cancellationToken) =>
        await db.FindGroupAsync(slug, cancellationToken) switch
        {
            null => (null, TypedResults.NotFound()),
            { } group when !contributor.MayWrite(group) => (null, NotTheirs()),
            { } group when group.Version != match.Version => (null, IfMatch.Outdated(group.Version)),
            { } group => (group, null),
        };
}
