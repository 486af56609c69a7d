using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Countries;

/// <summary>
/// Adds a Migration Profile, or brings back one that was withdrawn. It needs no Idempotency-Key: country, year and language name it, so that a repeated
/// request finds what the first one made.
/// </summary>
internal static class AddProfile
{
    private const string KeyIndex = "entry_keys_pkey";

    public static async Task<Results<Created<MigrationProfileItem>, ValidationProblem, ProblemHttpResult>> HandleAsync(
        NewMigrationProfile form, Contributor contributor, CatalogueDbContext db, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        var country = Typed.Given(form.Country)?.ToUpperInvariant();
        if (!contributor.MayWriteProfilesOf(country))
        {
            return ProfileAccess.NotTheirs();
        }

        if (ProfileRules.Check(form) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        if (await db.CheckFileAsync(country!, form.Url, cancellationToken) is { Count: > 0 } notTheirs)
        {
            return Breach.Answer(notTheirs);
        }

        var (profile, isFirst) = await PublishAsync(form, contributor, db, clock.GetUtcNow(), cancellationToken);
        if (!isFirst && !profile.Says(Typed.Given(form.Url)!, Typed.Given(form.Title)))
        {
            return Breach.Answer([new Breach("year", "There is one of this year and language already: change that one.")]);
        }

        response.Headers.ETag = IfMatch.TagOf(profile.Version);
        return TypedResults.Created($"/api/catalogue/profiles/{profile.Id}", profile.Item());
    }

    /// <returns>The one of that name, and whether this request made it public.</returns>
    private static async Task<(MigrationProfile Profile, bool IsFirst)> PublishAsync(
        NewMigrationProfile form, Contributor contributor, CatalogueDbContext db, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var named = MigrationProfile.Create(Typed.Given(form.Country)!.ToUpperInvariant(), Typed.Number(form.Year)!.Value, form.Language!);
        var profile = await FindAsync(named, db, cancellationToken);
        if (profile is { WithdrawnAt: null })
        {
            return (profile, false);
        }

        if (profile is null)
        {
            profile = named;
            db.MigrationProfiles.Add(profile);
            // By it an import knows the profile.
            db.Keys.Add(new EntryKey(EntryKey.OfAddress(EntryKinds.MigrationProfile, profile.Slug), profile.Id));
        }

        ProfilePublication.Publish(db, profile, Typed.Given(form.Url)!, Typed.Given(form.Title), at, contributor.Actor);
        return await db.TryCreateAsync(KeyIndex, cancellationToken) ? (profile, true) : ((await FindAsync(named, db, cancellationToken))!, false);
    }

    private static Task<MigrationProfile?> FindAsync(MigrationProfile named, CatalogueDbContext db, CancellationToken cancellationToken) => db.MigrationProfiles
        .FirstOrDefaultAsync(profile => profile.Country == named.Country && profile.Year == named.Year && profile.Language == named.Language, cancellationToken);
}
