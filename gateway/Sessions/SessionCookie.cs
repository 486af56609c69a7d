using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PfP.Gateway.Sessions;

/// <summary>
/// The cookie is a random number and nothing else. Its name carries the port, because a browser sends the cookies of one port to all
/// others of the same host, and copies of the platform may run side by side.
/// </summary>
internal static class SessionCookie
{
    private const int Bytes = 32;

    public static string NameFor(HttpRequest request) => Prefix(request) + "session";

    /// <summary>What all cookies of this gateway begin with.</summary>
    public static string Prefix(HttpRequest request)
    {
        var port = request.Host.Port ?? (request.IsHttps ? 443 : 80);
        return string.Create(CultureInfo.InvariantCulture, $"{(request.IsHttps ? "__Host-" : "")}pfp-{port}-");
    }

    /// <summary>The key of the session that the browser claims, or null.</summary>
    public static byte[]? KeyOf(HttpRequest request) =>
        request.Cookies[NameFor(request)] is { } value && value.Length == Base64Url.GetEncodedLength(Bytes) ? Hash(value) : null;

    /// <summary>Gives the browser a new number, and returns the key under which its session is kept.</summary>
    public static byte[] Issue(HttpContext context)
    {
        var value = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        context.Response.Cookies.Append(NameFor(context.Request), value, Options(context.Request));
        return Hash(value);
    }

    public static void Delete(HttpContext context) => context.Response.Cookies.Delete(NameFor(context.Request), Options(context.Request));

    public static CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = request.IsHttps,
    };

    private static byte[] Hash(string value) => SHA256.HashData(Encoding.ASCII.GetBytes(value));
}
