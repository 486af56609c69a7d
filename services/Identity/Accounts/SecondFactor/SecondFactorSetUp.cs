using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using PfP.Identity.Accounts.SecurityLog;
using PfP.Identity.Accounts.Sessions;
using PfP.Identity.Accounts.SignIn;
using PfP.Identity.Data;

namespace PfP.Identity.Accounts.SecondFactor;

/// <summary>Setting up an authenticator app: from the security page, or while signing in to an account that must have one.</summary>
internal sealed class SecondFactorSetUp(
    UserManager<Account> accounts, PendingSignIn pending, SecondFactors factors, SignInFlow flow, SecurityLogger log, TimeProvider clock)
{
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(15);

    /// <summary>Whose app it is, and whether they are not signed in yet. Nobody's when the account has an app: a password alone does not replace it.</summary>
    public async Task<(Account? Account, bool IsPending)> WhoAsync(HttpContext http)
    {
        if (http.User.FindFirstValue(AccountSessions.SubjectClaim) is { } id)
        {
            var signedInAt = DateTimeOffset.FromUnixTimeSeconds(long.Parse(http.User.FindFirstValue(AccountSessions.TimeClaim)!, CultureInfo.InvariantCulture));
            return (clock.GetUtcNow() - signedInAt <= Recent ? await accounts.FindByIdAsync(id) : null, false);
        }

        var account = await pending.FindAsync();
        return (account is not null && !await factors.IsOnAsync(account.Id, http.RequestAborted) ? account : null, true);
    }

    public (byte[] Key, string Setup) New(Account account)
    {
        var setup = factors.NewSetup(account.Id);
        return (factors.KeyOf(account.Id, setup)!, setup);
    }

    public byte[]? KeyOf(Account account, string setup) => factors.KeyOf(account.Id, setup);

    public async Task<IReadOnlyList<string>?> TurnOnAsync(Account account, byte[] key, string code, CancellationToken cancellationToken)
    {
        var codes = await factors.TurnOnAsync(account.Id, key, code, cancellationToken);
        if (codes is not null)
        {
            await log.WriteAsync(account.Id, account.Id, SecurityActions.SecondFactorAdded, cancellationToken);
        }

        return codes;
    }

    public Task<string> SignInAsync(Account account, string? returnUrl, CancellationToken cancellationToken) =>
        flow.AfterSecondFactorAsync(account, returnUrl, cancellationToken);
}
