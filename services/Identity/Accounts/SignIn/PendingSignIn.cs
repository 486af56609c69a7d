using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using PfP.Identity.Data;

namespace PfP.Identity.Accounts.SignIn;

/// <summary>Between password and second factor: a cookie that names the account and is good for nothing else.</summary>
internal sealed class PendingSignIn(UserManager<Account> accounts, IHttpContextAccessor context)
{
    private const string StampClaim = "stamp";

    private HttpContext Http => context.HttpContext!;

    public async Task StartAsync(Account account)
    {
        var identity = new ClaimsIdentity(IdentityConstants.TwoFactorUserIdScheme);
        identity.AddClaim(new(ClaimTypes.Name, account.Id.ToString()));
        identity.AddClaim(new(StampClaim, await accounts.GetSecurityStampAsync(account)));
        await Http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new(identity));
    }

    /// <summary>The account whose password was right, unless that has changed since.</summary>
    public async Task<Account?> FindAsync()
    {
        var result = await Http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        if (result.Principal?.Identity?.Name is not { } id || await accounts.FindByIdAsync(id) is not { } account)
        {
            return null;
        }

        return result.Principal.FindFirstValue(StampClaim) == await accounts.GetSecurityStampAsync(account) ? account : null;
    }

    public Task EndAsync() => Http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
}
