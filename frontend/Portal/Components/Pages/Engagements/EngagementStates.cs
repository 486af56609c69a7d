using Microsoft.Extensions.Localization;
using PfP.Contracts.Identity;
using PfP.Contracts.Identity.Api;
using PfP.Portal.Resources;

namespace PfP.Portal.Components.Pages.Engagements;

/// <summary>How it stands with what a member wrote about an entry; of a proposal whether it was selected.</summary>
internal static class EngagementStates
{
    public static string Of(EngagementResponse about, IStringLocalizer<EngagementTexts> engagementTexts) => about switch
    {
        { Kind: EngagementKinds.Present, Outcome: EngagementOutcomes.Agreed } => engagementTexts["Proposal.Selected"],
        { Kind: EngagementKinds.Present, Outcome: EngagementOutcomes.NotNow } => engagementTexts["Proposal.Declined"],
        _ => engagementTexts[$"State.{about.Outcome ?? about.State}"],
    };
}
