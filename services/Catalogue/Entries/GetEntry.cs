using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using EntryResult = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<PfP.Contracts.Catalogue.Api.EntryResponse>,
    Microsoft.AspNetCore.Http.HttpResults.ValidationProblem,
    PfP.Catalogue.Entries.NoEntry>;

namespace PfP.Catalogue.Entries;

internal static class GetEntry
{
    public static Func<string, string?, CatalogueDbContext, CancellationToken, Task<EntryResult>> Current(string kind) =>
        (slug, lang, db, cancellationToken) => HandleAsync(kind, slug, null, lang, db, cancellationToken);

    public static Func<string, int, string?, CatalogueDbContext, CancellationToken, Task<EntryResult>> OfVersion(string kind) =>
        (slug, version, lang, db, cancellationToken) => HandleAsync(kind, slug, version, lang, db, cancellationToken);

    private static async Task<EntryResult> HandleAsync(string kind, string slug, int? version, string? lang, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        if (AskedLanguage.Errors(lang) is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var (entry, noEntry) = await db.EntryAtAsync(kind, slug, lang is null ? "" : $"?lang={lang}", cancellationToken);
        if (entry is null)
        {
            return noEntry!;
        }

        var wanted = version ?? entry.Version;
        if (await db.Revisions.AsNoTracking().FirstOrDefaultAsync(revision => revision.EntryId == entry.Id && revision.Version == wanted, cancellationToken) is not { } revision)
        {
            return NoEntry.Unknown;
        }

        return TypedResults.Ok(await ShowAsync(db, entry, revision, AskedLanguage.OrEnglish(lang), cancellationToken));
    }

    private static async Task<EntryResponse> ShowAsync(CatalogueDbContext db, Entry entry, EntryRevision revision, string language, CancellationToken cancellationToken)
    {
        var content = revision.Content;
        var registers = await db.RegistersOfAsync([.. content.Organisations.Select(organisation => organisation.Slug)], [.. content.Summits], cancellationToken);
        var links = await EntryLinks.ReadAsync(db, entry, content, language, cancellationToken);
        return EntryResponses.Full(entry, revision, language, registers, links, isCurrent: revision.Version == entry.Version);
    }
}
