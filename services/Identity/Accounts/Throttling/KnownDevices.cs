using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using PfP.Identity.Accounts.Sessions;

namespace PfP.Identity.Accounts.Throttling;

/// <summary>Remembers, in the browser, that somebody has signed in to an account there. It opens nothing; it only counts attempts apart.</summary>
internal sealed class KnownDevices(IDataProtectionProvider protection, SiteCookie cookies, IHttpContextAccessor context)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("PfP.KnownDevice").ToTimeLimitedDataProtector();

    private HttpContext Http => context.HttpContext!;

    /// <summary>The device's own id, when it is known for that account.</summary>
    public string? Find(Guid accountId)
    {
        if (Http.Request.Cookies[cookies.NameOf(Name(accountId))] is not { } cookie)
        {
            return null;
        }

        try
        {
            return protector.Unprotect(cookie).Split(':') is [var owner, var device] && owner == accountId.ToString("N") ? device : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Returns whether the device was new to the account.</summary>
    public bool Remember(Guid accountId)
    {
        var known = Find(accountId);
        var device = known ?? Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var cookie = new CookieBuilder { IsEssential = true, MaxAge = Lifetime };
        cookies.Apply(cookie, Name(accountId));
        Http.Response.Cookies.Append(cookie.Name!, protector.Protect($"{accountId:N}:{device}", Lifetime), cookie.Build(Http));
        return known is null;
    }

    // One cookie for each account, for browsers that several people use; the name does not give the account away.
    private static string Name(Guid accountId) => $"pfp-device-{Convert.ToHexStringLower(SHA256.HashData(accountId.ToByteArray()).AsSpan(0, 4))}";
}
