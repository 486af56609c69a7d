using Microsoft.AspNetCore.Identity;
using PfP.Identity.Accounts.SecurityLog;
using PfP.Identity.Accounts.Throttling;
using PfP.Identity.Data;

namespace PfP.Identity.Accounts.SignIn;

/// <summary>
/// Checks a password. Whoever asks learns nothing about whether there is such an account: its absence costs the same one hash, is
/// counted against the same limits, and is answered the same.
/// </summary>
internal sealed class PasswordSignIn(
    UserManager<Account> accounts, IPasswordHasher<Account> hasher, NobodysPassword nobody, Attempts attempts, KnownDevices devices,
    SecurityLogger log, SignInFlow flow, IHttpContextAccessor http)
{
    public async Task<SignInOutcome> TryAsync(string email, string password, string? returnUrl, CancellationToken cancellationToken)
    {
        var account = Addresses.IsValid(email) ? await accounts.FindByEmailAsync(email) : null;
        var limits = AttemptLimit.ForPassword(email, http.HttpContext!.Connection.RemoteIpAddress, account is null ? null : devices.Find(account.Id));
        if (await attempts.ReserveAsync(limits, cancellationToken) is { } wait)
        {
            return new(Wait: wait);
        }

        var verdict = Verify(account, password);
        if (account is null || verdict == PasswordVerificationResult.Failed)
        {
            await log.WriteAsync(account?.Id, null, SecurityActions.SignInRefused, cancellationToken);
            return SignInOutcome.Wrong;
        }

        await attempts.ForgiveAsync(limits, cancellationToken);
        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.PasswordHash = hasher.HashPassword(account, password);
            await accounts.UpdateAsync(account);
        }

        return new(await flow.AfterPasswordAsync(account, returnUrl, cancellationToken));
    }

    private PasswordVerificationResult Verify(Account? account, string password)
    {
        var verdict = hasher.VerifyHashedPassword(account ?? nobody.Account, account?.PasswordHash ?? nobody.Hash, password);
        return account?.PasswordHash is null ? PasswordVerificationResult.Failed : verdict;
    }
}
