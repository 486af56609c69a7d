using System.Security.Claims;

namespace PfP.ServiceDefaults.Authentication;

/// <summary>What an access token says about its bearer.</summary>
public static class MemberPrincipal
{
    public const string SubjectClaim = "sub";

    public const string NameClaim = "name";

    public const string RoleClaim = "role";

    public const string EntityClaim = "entity";

    public const string LocaleClaim = "locale";

    public const string ZoneClaim = "zoneinfo";

    /// <summary>The member's id; null for visitors and for machine clients.</summary>
    public static Guid? MemberId(this ClaimsPrincipal user) => Guid.TryParse(Value(user, SubjectClaim), out var id) ? id : null;

    /// <summary>Whether they are of the secretariat.</summary>
    public static bool IsStaff(this ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Roles.All.Where(Roles.IsStaff).Any(user.IsInRole);
    }

    /// <summary>The country or organisation that the member belongs to, as <c>country:MD</c> or <c>organisation:iom</c>.</summary>
    public static string? Entity(this ClaimsPrincipal user) => Value(user, EntityClaim);

    /// <summary>The member's language: en, fr or es.</summary>
    public static string? Locale(this ClaimsPrincipal user) => Value(user, LocaleClaim);

    /// <summary>The member's IANA time zone.</summary>
    public static string? Zone(this ClaimsPrincipal user) => Value(user, ZoneClaim);

    private static string? Value(ClaimsPrincipal user, string claim)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.FindFirst(claim)?.Value;
    }
}
