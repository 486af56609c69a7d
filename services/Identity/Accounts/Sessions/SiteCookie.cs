namespace PfP.Identity.Accounts.Sessions;

/// <summary>
/// How cookies of the account pages are called and kept. Under HTTPS only this host sets and reads them; on a developer's machine, where
/// several copies run, each has its own, because browsers share cookies between the ports of a host.
/// </summary>
internal sealed class SiteCookie(IConfiguration configuration)
{
    private readonly Uri issuer = new(configuration["Issuer"] ?? "http://localhost:8080");

    public string NameOf(string purpose) => IsSecure ? $"__Host-{purpose}" : $"{purpose}-{issuer.Port}";

    public void Apply(CookieBuilder cookie, string purpose)
    {
        cookie.Name = NameOf(purpose);
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }

    private bool IsSecure => issuer.Scheme == Uri.UriSchemeHttps;
}
