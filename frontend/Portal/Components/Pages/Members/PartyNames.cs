using Microsoft.Extensions.Localization;
using PfP.Contracts.Identity.Api;
using PfP.Portal.Resources;
using PfP.Portal.Text;

namespace PfP.Portal.Components.Pages.Members;

/// <summary>Whom a thread is with.</summary>
internal static class PartyNames
{
    public static string Of(IEnumerable<ThreadParty> parties, IStringLocalizer<MemberTexts> memberTexts) =>
        string.Join(", ", parties.Where(party => !party.Own).Select(party => party.Kind switch
        {
            "entity" => Entities.Name(party.Entity) ?? "",
            "secretariat" => memberTexts["Threads.Secretariat"],
            _ => party.Member?.Name ?? memberTexts["Desk.Former"].Value,
        }));
}
