using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Contracts.Notifications.Api;
using PfP.Notifications.Data;
using PfP.ServiceDefaults.Authentication;
using PfP.Vocabularies;

namespace PfP.Notifications.Matching;

/// <summary>How many would be told of a call, before there is one. Numbers, and nobody's name.</summary>
internal static class CountMatches
{
    public static async Task<Results<Ok<MatchCounts>, ValidationProblem>> HandleAsync(
        string[]? countriesWanted, string[]? themes, string? owner, ClaimsPrincipal user, NotificationsDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var wanted = new Wanted(owner ?? user.Entity(), [.. (countriesWanted ?? []).Distinct()], [.. (themes ?? []).Distinct()]);
        if (Check(wanted) is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var matches = await db.MatchesAsync(wanted, clock.GetUtcNow(), cancellationToken);
        return TypedResults.Ok(new MatchCounts(
            matches.Count,
            [.. wanted.Countries.Select(country => new MatchCount(country, matches.Count(match => match.Country == country)))],
            [.. wanted.Themes.Select(theme => new MatchCount(theme, matches.Count(match => match.Country is null && match.Themes.Contains(theme))))]));
    }

    /// <summary>What of it cannot be, by field.</summary>
    public static Dictionary<string, string[]> Check(Wanted wanted)
    {
        var errors = new Dictionary<string, string[]>();
        if (wanted.Countries.Any(code => Countries.Find(code)?.Code != code))
        {
            errors.Add("countriesWanted", ["They are ISO 3166-1 alpha-2 codes."]);
        }

        if (wanted.Themes.Any(theme => Vocabulary.Themes.Find(theme) is null))
        {
            errors.Add("themes", ["They are values of the vocabulary themes."]);
        }

        if (wanted.Owner is { } owner && (EntityKeys.Country(owner) ?? EntityKeys.Organisation(owner)) is null)
        {
            errors.Add("owner", ["It is a country or an organisation: country:MD, organisation:iom."]);
        }

        return errors;
    }
}
