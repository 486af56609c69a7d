using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using PfP.Identity.Accounts.Sessions;

namespace PfP.Identity.Provider.Authorization;

/// <summary>Who is signed in with the browser that asks, and since when.</summary>
internal sealed record BrowserSession(Guid Id, Guid AccountId, DateTimeOffset SignedInAt)
{
    public static async Task<BrowserSession?> FindAsync(HttpContext http) =>
        (await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal is { } user
            ? new(
                Guid.Parse(user.FindFirstValue(AccountSessions.SessionClaim)!),
                Guid.Parse(user.FindFirstValue(AccountSessions.SubjectClaim)!),
                DateTimeOffset.FromUnixTimeSeconds(long.Parse(user.FindFirstValue(AccountSessions.TimeClaim)!, CultureInfo.InvariantCulture)))
            : null;
}
