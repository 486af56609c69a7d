namespace PfP.Identity.Provider.Tokens;

/// <summary>The <c>typ</c> of each kind of token, so that none passes for another.</summary>
internal static class TokenTypes
{
    public const string Access = "at+jwt";
    public const string Id = "JWT";
    public const string Logout = "logout+jwt";
}
