using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Countries;

/// <summary>
/// A country's Migration Profiles are its own: its focal points write them, and the secretariat those of any country. An organisation has no country
/// in its token, so its focal points write none, whatever country they work in.
/// </summary>
internal static class ProfileAccess
{
    public static bool MayWriteProfilesOf(this Contributor contributor, string? country) =>
        contributor.IsStaff || (country is not null && EntityKeys.Country(contributor.Entity) == country);

    public static ProblemHttpResult NotTheirs() =>
        TypedResults.Problem("A country's Migration Profiles are its own focal points' to write, or the secretariat's.", statusCode: StatusCodes.Status403Forbidden);

    /// <summary>A breach where a profile of the country names a file that was not sent for that country, or is gone.</summary>
    public static async Task<IReadOnlyList<Breach>> CheckFileAsync(this CatalogueDbContext db, string country, string? url, CancellationToken cancellationToken) =>
        Typed.Given(url) is not { } given || ProfileFile.At(given) is not { } named
        || await db.ProfileFiles.AnyAsync(file => file.Id == named.Id && file.Name == named.Name && file.Country == country, cancellationToken)
            ? []
            : [new Breach("url", "The file is not one that was sent for this country.")];

    /// <summary>The one, tracked, while it is public.</summary>
    public static Task<MigrationProfile?> FindProfileAsync(this CatalogueDbContext db, Guid id, CancellationToken cancellationToken) =>
        db.MigrationProfiles.FirstOrDefaultAsync(profile => profile.Id == id && profile.WithdrawnAt == null, cancellationToken);

    /// <returns>The one, tracked, or why the member does not change it.</returns>
    public static async Task<(MigrationProfile? Profile, ProfileResult? Obstacle)> TakeProfileAsync(
        this CatalogueDbContext db, Guid id, IfMatch match, Contributor contributor, CancellationToken cancellationToken) =>
        await db.FindProfileAsync(id, cancellationToken) switch
        {
            null => (null, TypedResults.NotFound()),
            { } profile when !contributor.MayWriteProfilesOf(profile.Country) => (null, NotTheirs()),
            { } profile when profile.Version != match.Version => (null, IfMatch.Outdated(profile.Version)),
            { } profile => (profile, null),
        };
}
