using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Groups;

/// <summary>Working groups for everybody, and what of them is for members.</summary>
internal static class ReadGroups
{
    public static async Task<Results<Ok<IReadOnlyList<WorkingGroupSummary>>, ValidationProblem>> ListAsync(string? lang, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        if (AskedLanguage.Errors(lang) is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        // There are a handful of them.
        var groups = await db.WorkingGroups.AsNoTracking().ToListAsync(cancellationToken);
        var names = await GroupNames.OfAsync(db, groups.SelectMany(group => group.Content.Chairs), cancellationToken);
        return TypedResults.Ok<IReadOnlyList<WorkingGroupSummary>>(
            [.. groups.OrderBy(group => group.Content.ToYear is not null).ThenBy(group => group.Content.Name, StringComparer.InvariantCulture).Select(group => names.Summary(group, AskedLanguage.OrEnglish(lang)))]);
    }

    public static async Task<Results<Ok<WorkingGroupResponse>, NotFound, ValidationProblem>> GetAsync(string slug, string? lang, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        if (AskedLanguage.Errors(lang) is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        if (await db.FindGroupAsync(slug, cancellationToken) is not { } group)
        {
            return TypedResults.NotFound();
        }

        var (names, part) = (await GroupNames.OfAsync(db, group, cancellationToken), group.Content.PublicPart());
        return TypedResults.Ok(new WorkingGroupResponse(
            names.Summary(group, AskedLanguage.OrEnglish(lang)), group.Content.Language, group.Content.Mandate, part.Years, Links(part, document => GroupDocuments.PublicAddress(slug, document))));
    }

    public static async Task<Results<Ok<GroupMembersPart>, NotFound>> MembersPartAsync(string slug, CatalogueDbContext db, CancellationToken cancellationToken) =>
        await db.FindGroupAsync(slug, cancellationToken) is { } group && group.Content.MembersPart() is var part
            ? TypedResults.Ok(new GroupMembersPart(part.Years, Links(part, document => GroupDocuments.MembersAddress(slug, document))))
            : TypedResults.NotFound();

    private static IReadOnlyList<FileResponse> Links(GroupPart part, Func<DocumentRecord, string> address) =>
        [.. part.Documents.Select(document => new FileResponse(address(document), document.Label ?? document.Name, null, FileType.Of(document.MediaType)?.Format, document.Bytes))];
}
