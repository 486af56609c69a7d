using Microsoft.Extensions.Localization;
using PfP.Contracts.Search.Api;
using PfP.Portal.Clients;
using PfP.Portal.Resources;

namespace PfP.Portal.Components.Pages.Notifications;

/// <summary>What the service refuses about a saved search, in the reader's language.</summary>
internal static class SavedSearchOutcome
{
    /// <param name="field">In which the form asks for the name.</param>
    public static Outcome InWords(IStringLocalizer<NotificationTexts> notificationTexts, Outcome outcome, string field) => outcome with
    {
        Problems = [.. outcome.Problems.Select(problem => problem.Field switch
        {
            "name" => (field, notificationTexts["SavedSearch.Name.Wrong", SavedSearchLimits.LongestName].Value),
            "" => ("", notificationTexts["FollowSearch.TooMany", SavedSearchLimits.MostPerMember].Value),
            _ => ("", notificationTexts["FollowSearch.Impossible"].Value),
        }).Distinct()],
    };
}
