using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using PfP.ServiceDefaults.Errors;

namespace PfP.Gateway.Sessions;

/// <summary>
/// Attempts are kept in the browser that began them, encrypted, each in a cookie named after its state: an answer that another browser
/// was given finds nothing here, and each finds what it belongs to only once.
/// </summary>
internal sealed class SignInAttempts(IDataProtectionProvider protection, TimeProvider time)
{
    // Nobody begins more by their own will, and enough of them make requests that are too long to be read.
    private const int Most = 5;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly IDataProtector _protector = protection.CreateProtector("PfP.Gateway.SignIn.v1");

    public SignInAttempt Begin(HttpContext context, string returnUrl)
    {
        var attempt = SignInAttempt.Begin(returnUrl, time.GetUtcNow() + Lifetime);
        var options = SessionCookie.Options(context.Request);
        var begun = context.Request.Cookies.Keys.Where(name => name.StartsWith(Prefix(context.Request), StringComparison.Ordinal)).ToList();
        if (begun.Count >= Most)
        {
            begun.ForEach(name => context.Response.Cookies.Delete(name, options));
        }

        options.MaxAge = Lifetime;
        context.Response.Cookies.Append(NameFor(context.Request, attempt.State), _protector.Protect(JsonSerializer.Serialize(attempt)), options);
        return attempt;
    }

    /// <summary>Finds the attempt that an answer with that state belongs to, and forgets it.</summary>
    public SignInAttempt? Take(HttpContext context, string state)
    {
        var name = NameFor(context.Request, state);
        if (context.Request.Cookies[name] is not { } cookie)
        {
            return null;
        }

        context.Response.Cookies.Delete(name, SessionCookie.Options(context.Request));
        try
        {
            var attempt = JsonSerializer.Deserialize<SignInAttempt>(_protector.Unprotect(cookie))!;
            return attempt.State == state && attempt.Until > time.GetUtcNow() ? attempt : null;
        }
        catch (CryptographicException exception) when (!Transient.IsTransient(exception))
        {
            return null;
        }
    }

    private static string Prefix(HttpRequest request) => SessionCookie.Prefix(request) + "signin-";

    private static string NameFor(HttpRequest request, string state) =>
        Prefix(request) + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)).AsSpan(0, 8));
}
