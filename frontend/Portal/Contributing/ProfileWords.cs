using Microsoft.Extensions.Localization;
using PfP.Contracts.Catalogue.Api;
using PfP.Portal.Clients;
using PfP.Portal.Resources;
using PfP.ServiceDefaults.Input;

namespace PfP.Portal.Contributing;

/// <summary>What is wrong with a Migration Profile, in the reader's language.</summary>
internal static class ProfileWords
{
    /// <param name="year">As it was typed: one that could be is refused where the profile is there already.</param>
    public static Outcome Of(IStringLocalizer<ContributionTexts> contributionTexts, Outcome outcome, string? year = null) => outcome with
    {
        Problems = [.. outcome.Problems.Select(problem => (problem.Field, problem.Field switch
        {
            "year" when Typed.Number(year) is >= MigrationProfiles.EarliestYear and <= MigrationProfiles.LatestYear => contributionTexts["Profiles.Wrong.there"].Value,
            "year" => contributionTexts["Profiles.Wrong.year", MigrationProfiles.EarliestYear, MigrationProfiles.LatestYear].Value,
            "title" => contributionTexts["Profiles.Wrong.title", MigrationProfiles.LongestTitle].Value,
            "reason" => contributionTexts["Departure.Reason.Missing"].Value,
            "url" or "language" => contributionTexts[$"Profiles.Wrong.{problem.Field}"].Value,
            _ => problem.Message,
        }))],
    };
}
