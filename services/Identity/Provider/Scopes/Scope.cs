namespace PfP.Identity.Provider.Scopes;

/// <summary>What a client may ask for. Scopes that do not exist are ignored, as OpenID Connect Core, section 3.1.2.1, wants it.</summary>
internal static class Scope
{
    public const string OpenId = "openid";

    /// <summary>Name, roles, country or organisation, language and time zone.</summary>
    public const string Profile = "profile";

    public const string Email = "email";

    /// <summary>A refresh token. It ends with the session all the same.</summary>
    public const string OfflineAccess = "offline_access";

    public static readonly string[] All = [OpenId, Profile, Email, OfflineAccess];
}
