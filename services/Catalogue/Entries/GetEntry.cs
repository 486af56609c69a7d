using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue.Api;
using EntryResult = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<PfP.Contracts.Catalogue.Api.EntryResponse>,
    Microsoft.AspNetCore.Http.HttpResults.NotFound,
    Microsoft.AspNetCore.Http.HttpResults.ValidationProblem,
    Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;

namespace PfP.Catalogue.Entries;

internal static class GetEntry
{
    public static Func<string, string?, CatalogueDbContext, CancellationToken, Task<EntryResult>> Current(string kind) =>
        (slug, lang, db, cancellationToken) => HandleAsync(kind, slug, null, lang, db, cancellationToken);

    public static Func<string, int, string?, CatalogueDbContext, CancellationToken, Task<EntryResult>> OfVersion(string kind) =>
        (slug, version, lang, db, cancellationToken) => HandleAsync(kind, slug, version, lang, db, cancellationToken);

    private static async Task<EntryResult> HandleAsync(string kind, string slug, int? version, string? lang, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        if (Asked.LanguageErrors(lang) is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        if (await db.Entries.AsNoTracking().FirstOrDefaultAsync(entry => entry.Kind == kind && entry.Slug == slug, cancellationToken) is not { } entry)
        {
            return TypedResults.NotFound();
        }

        if (entry.State == EntryState.Merged)
        {
            return await GoneEntries.MovedAsync(db, entry, lang is null ? "" : $"?lang={lang}", cancellationToken);
        }

        if (entry.State == EntryState.Withdrawn)
        {
            return GoneEntries.Gone(entry);
        }

        var wanted = version ?? entry.Version;
        if (await db.Revisions.AsNoTracking().FirstOrDefaultAsync(revision => revision.EntryId == entry.Id && revision.Version == wanted, cancellationToken) is not { } revision)
        {
            return TypedResults.NotFound();
        }

        return TypedResults.Ok(await ShowAsync(db, entry, revision, Asked.Language(lang), cancellationToken));
    }

    private static async Task<EntryResponse> ShowAsync(CatalogueDbContext db, Entry entry, EntryRevision revision, string language, CancellationToken cancellationToken)
    {
        var content = revision.Content;
        var registers = await db.RegistersOfAsync([.. content.Organisations.Select(organisation => organisation.Slug)], [.. content.Summits], cancellationToken);
        var links = await EntryLinks.ReadAsync(db, entry, content, language, cancellationToken);
        return EntryResponses.Full(entry, revision, language, registers, links, isCurrent: revision.Version == entry.Version);
    }
}
