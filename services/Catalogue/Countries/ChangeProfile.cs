using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Catalogue.Data;
using PfP.Catalogue.Departures;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Countries;

/// <summary>A Migration Profile, for those who write it.</summary>
internal static class ChangeProfile
{
    public static async Task<Results<Ok<MigrationProfileItem>, NotFound>> GetAsync(
        Guid id, Contributor contributor, CatalogueDbContext db, HttpResponse response, CancellationToken cancellationToken) =>
        await db.FindProfileAsync(id, cancellationToken) is { } profile && contributor.MayWriteProfilesOf(profile.Country) ? Answer(profile, response) : TypedResults.NotFound();

    public static async Task<ProfileResult> ChangeAsync(
        Guid id, MigrationProfileChange change, IfMatch match, Contributor contributor, CatalogueDbContext db, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        if (ProfileRules.Check(change) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        var (profile, obstacle) = await db.TakeProfileAsync(id, match, contributor, cancellationToken);
        if (profile is null)
        {
            return obstacle!;
        }

        if (await db.CheckFileAsync(profile.Country, change.Url, cancellationToken) is { Count: > 0 } notTheirs)
        {
            return Breach.Answer(notTheirs);
        }

        ProfilePublication.Publish(db, profile, Typed.Given(change.Url)!, Typed.Given(change.Title), clock.GetUtcNow(), contributor.Actor);
        await db.SaveChangesAsync(cancellationToken);
        return Answer(profile, response);
    }

    public static async Task<ProfileResult> WithdrawAsync(
        Guid id, EntryReason reason, IfMatch match, Contributor contributor, CatalogueDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var said = DepartureRules.Said(reason.Reason);
        if (DepartureRules.Check(said, isRequired: true) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        var (profile, obstacle) = await db.TakeProfileAsync(id, match, contributor, cancellationToken);
        if (profile is null)
        {
            return obstacle!;
        }

        ProfilePublication.Withdraw(db, profile, said!, clock.GetUtcNow(), contributor.Actor);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static Ok<MigrationProfileItem> Answer(MigrationProfile profile, HttpResponse response)
    {
        response.Headers.ETag = IfMatch.TagOf(profile.Version);
        return TypedResults.Ok(profile.Item());
    }
}
