using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Countries;

internal static class GetProfileFile
{
    /// <summary>
    /// Anybody's, as long as a profile names it. A profile's earlier versions are not public, and so neither are their files: an address ends with the version
    /// that named it, as it does when the profile is withdrawn.
    /// </summary>
    public static async Task<Results<FileDownload, NotFound>> HandleAsync(Guid id, string name, CatalogueDbContext db, CancellationToken cancellationToken) =>
        await db.ProfileFiles.AsNoTracking().Where(file => db.MigrationProfiles.Any(profile => profile.FileId == file.Id))
            .FirstOrDefaultAsync(file => file.Id == id && file.Name == name, cancellationToken) is { } file
            ? file.Download()
            : TypedResults.NotFound();
}
