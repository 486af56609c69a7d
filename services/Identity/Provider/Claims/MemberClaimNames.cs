using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Provider.Claims;

internal static class MemberClaimNames
{
    /// <summary>As access tokens and userinfo call them.</summary>
    public static void AddTo(this MemberClaims member, Dictionary<string, object> claims)
    {
        claims[MemberPrincipal.NameClaim] = member.Name;
        claims[MemberPrincipal.RoleClaim] = member.Roles.ToArray();
        claims[MemberPrincipal.LocaleClaim] = member.Locale;
        claims[MemberPrincipal.ZoneClaim] = member.ZoneInfo;
        if (member.Entity is { } entity)
        {
            claims[MemberPrincipal.EntityClaim] = entity;
        }
    }
}
