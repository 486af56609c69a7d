using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Groups;

/// <summary>Documents to be saved: those for everybody at one address, those for members at another, which no cache keeps.</summary>
internal static class GroupDocuments
{
    public static string PublicAddress(string slug, DocumentRecord document) => $"/api/catalogue/working-groups/{slug}/documents/{Tail(document)}";

    public static string MembersAddress(string slug, DocumentRecord document) => $"/api/catalogue/working-groups/{slug}/members/documents/{Tail(document)}";

    public static Task<Results<FileDownload, NotFound>> PublicAsync(string slug, Guid id, string name, CatalogueDbContext db, CancellationToken cancellationToken) =>
        AnswerAsync(slug, id, name, db, content => content.PublicPart(), cancellationToken);

    public static Task<Results<FileDownload, NotFound>> ForMembersAsync(string slug, Guid id, string name, CatalogueDbContext db, CancellationToken cancellationToken) =>
        AnswerAsync(slug, id, name, db, content => content.MembersPart(), cancellationToken);

    // What was sent and then not named is nobody's to see.
    private static async Task<Results<FileDownload, NotFound>> AnswerAsync(
        string slug, Guid id, string name, CatalogueDbContext db, Func<GroupContent, GroupPart> partOf, CancellationToken cancellationToken) =>
        await db.FindGroupAsync(slug, cancellationToken) is { } group && partOf(group.Content).Documents.Any(document => document.Id == id && document.Name == name)
        && await db.GroupFiles.AsNoTracking().FirstOrDefaultAsync(file => file.Id == id && file.GroupId == group.Id, cancellationToken) is { } file
            ? file.Download()
            : TypedResults.NotFound();

    private static string Tail(DocumentRecord document) => $"{document.Id}/{Uri.EscapeDataString(document.Name)}";
}
