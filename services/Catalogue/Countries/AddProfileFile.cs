using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Countries;

/// <summary>Takes a document for a country's Migration Profiles. It comes before the profile that names it, so that a form refused for something else need not send it again.</summary>
internal static class AddProfileFile
{
    private const int MostFiles = 200;
    private const string ContentIndex = "profile_files_content";

    public static async Task<Results<Ok<SubmissionFile>, NotFound, ValidationProblem, ProblemHttpResult>> HandleAsync(
        string country, string name, HttpRequest request, Contributor contributor, CatalogueDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (IsoCountries.Find(country)?.Code is not { } code)
        {
            return TypedResults.NotFound();
        }

        if (!contributor.MayWriteProfilesOf(code))
        {
            return ProfileAccess.NotTheirs();
        }

        var now = clock.GetUtcNow();
        var (kept, breach) = await db.KeepAsync(
            name, request.Body, upload => new ProfileFile(code, upload, now), db.ProfileFiles.Where(other => other.Country == code), MostFiles, ContentIndex,
            record: null, cancellationToken, FileType.Texts);
        return kept is null ? Breach.Answer([breach!]) : TypedResults.Ok(kept);
    }
}
