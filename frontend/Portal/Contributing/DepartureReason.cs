using Microsoft.Extensions.Localization;
using PfP.Contracts.Catalogue.Api;
using PfP.Portal.Resources;
using PfP.ServiceDefaults.Input;

namespace PfP.Portal.Contributing;

/// <summary>Why an entry leaves the catalogue, for everybody to read.</summary>
internal static class DepartureReason
{
    /// <summary>What is wrong with it, in the reader's language; null where nothing is.</summary>
    public static string? Wrong(IStringLocalizer<ContributionTexts> contributionTexts, string reason, bool isRequired) =>
        isRequired && reason.Length == 0 ? contributionTexts["Departure.Reason.Missing"].Value
        : !PlainText.IsLine(reason, EntryReason.Longest) ? contributionTexts["Departure.Reason.TooLong", EntryReason.Longest].Value
        : null;
}
