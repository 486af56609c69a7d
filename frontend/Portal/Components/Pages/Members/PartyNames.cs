using Microsoft.Extensions.Localization;
using PfP.Contracts.Identity.Api;
using PfP.Portal.Resources;
using PfP.Portal.Text;

namespace PfP.Portal.Components.Pages.Members;

/// <summary>Whom a thread is with.</summary>
internal static class PartyNames
{
    public static string Of(IEnumerable<ThreadParty> parties, IStringLocalizer<MemberTexts> texts) =>
        string.Join(", ", parties.Where(party => !party.Own).Select(party => party.Kind switch
        {
            "entity" => Entities.Name(party.Entity) ?? "",
            "secretariat" => texts["Threads.Secretariat"],
            _ => party.Member?.Name ?? texts["Desk.Former"].Value,
        }));
}
