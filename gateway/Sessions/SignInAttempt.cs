using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace PfP.Gateway.Sessions;

/// <summary>
/// One way to the provider and back. It is kept in the browser that began it, encrypted, in a cookie named after its state: an answer
/// that another browser was given finds nothing here, and each finds what it belongs to only once.
/// </summary>
internal sealed record SignInAttempt(string State, string Nonce, string Verifier, string ReturnUrl)
{
    private const string Purpose = "PfP.Gateway.SignIn.v1";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public static SignInAttempt Begin(string returnUrl) => new(Secret(), Secret(), Secret(), returnUrl);

    public void Save(HttpContext context, IDataProtectionProvider protection)
    {
        var options = SessionCookie.Options(context.Request);
        options.MaxAge = Lifetime;
        context.Response.Cookies.Append(NameFor(context.Request, State), Protector(protection).Protect(JsonSerializer.Serialize(this), Lifetime), options);
    }

    /// <summary>Finds the attempt that an answer with that state belongs to, and forgets it.</summary>
    public static SignInAttempt? Take(HttpContext context, string state, IDataProtectionProvider protection)
    {
        var name = NameFor(context.Request, state);
        if (context.Request.Cookies[name] is not { } cookie)
        {
            return null;
        }

        context.Response.Cookies.Delete(name, SessionCookie.Options(context.Request));
        try
        {
            var attempt = JsonSerializer.Deserialize<SignInAttempt>(Protector(protection).Unprotect(cookie))!;
            return attempt.State == state ? attempt : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector Protector(IDataProtectionProvider protection) => protection.CreateProtector(Purpose).ToTimeLimitedDataProtector();

    private static string NameFor(HttpRequest request, string state) =>
        SessionCookie.Prefix(request) + "signin-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)).AsSpan(0, 8));

    private static string Secret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
