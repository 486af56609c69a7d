using Microsoft.Extensions.Localization;
using PfP.Contracts.Catalogue.Api;
using PfP.Portal.Clients;
using PfP.Portal.Resources;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Portal.Contributing;

/// <summary>What is said of a Migration Profile and of what is wrong with it, in the reader's language.</summary>
internal static class ProfileWords
{
    /// <returns>What a document is known by: its address, or the name of a file of ours.</returns>
    public static string Document(string url) => FileAddress.Parse(MigrationProfiles.FilesAddress, url)?.Name ?? url;

    /// <summary>Why a file is not taken: other kinds are than elsewhere, and nothing else is saved before it.</summary>
    public static string Fault(IStringLocalizer<ContributionTexts> contributionTexts, string fault, string name) =>
        contributionTexts[fault is nameof(FileFault.Empty) or nameof(FileFault.OtherName) or nameof(FileFault.Unsafe) or Uploads.NotTaken ? $"Fault.{fault}" : $"Profiles.Fault.{fault}", name];

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
