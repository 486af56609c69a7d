using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;

namespace PfP.Gateway.Sessions;

/// <summary>
/// Which of the browser's cookies a service behind is given: the provider all but ours, also those of a copy on another port, and any
/// other only what a form needs. Sessions are not theirs to see.
/// </summary>
internal static partial class ForwardedCookies
{
    public static void Choose(HttpRequest request, bool isProvider)
    {
        var cookies = request.Headers.Cookie.ToString().Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var kept = cookies.Where(cookie => isProvider ? !Ours().IsMatch(cookie) : Antiforgery().IsMatch(cookie)).ToArray();
        if (kept.Length == 0)
        {
            request.Headers.Remove(HeaderNames.Cookie);
        }
        else
        {
            request.Headers.Cookie = string.Join("; ", kept);
        }
    }

    [GeneratedRegex(@"^(__Host-)?pfp-\d+-", RegexOptions.CultureInvariant)]
    private static partial Regex Ours();

    [GeneratedRegex(@"^\.AspNetCore\.Antiforgery\.", RegexOptions.CultureInvariant)]
    private static partial Regex Antiforgery();
}
