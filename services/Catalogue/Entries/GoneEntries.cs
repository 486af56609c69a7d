using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;

namespace PfP.Catalogue.Entries;

/// <summary>How the address of an entry that is no longer public answers.</summary>
internal static class GoneEntries
{
    /// <summary>Withdrawn entries say when and why; all their versions are gone with them.</summary>
    public static ProblemHttpResult Gone(Entry entry) => TypedResults.Problem(
        statusCode: StatusCodes.Status410Gone,
        title: "This entry has been withdrawn.",
        detail: entry.WithdrawalReason,
        extensions: new Dictionary<string, object?> { ["withdrawnAt"] = entry.WithdrawnAt, ["reason"] = entry.WithdrawalReason });

    /// <summary>The API address of the entry that a duplicate was merged into, however many steps away.</summary>
    public static async Task<RedirectHttpResult> MovedAsync(CatalogueDbContext db, Entry entry, string suffix, CancellationToken cancellationToken)
    {
        while (entry.MergedInto is { } target)
        {
            entry = await db.Entries.AsNoTracking().FirstAsync(other => other.Id == target, cancellationToken);
        }

        return TypedResults.Redirect($"/api/catalogue{EntryAddress.Of(entry.Kind, entry.Slug!)}{suffix}", permanent: true);
    }
}
