using Microsoft.AspNetCore.Identity;
using PfP.Identity.Accounts.Passkeys;
using PfP.Identity.Accounts.SecondFactor;
using PfP.Identity.Accounts.SecurityLog;
using PfP.Identity.Accounts.Sessions;
using PfP.Identity.Data;

namespace PfP.Identity.Accounts;

/// <summary>What the security page does, and that it was done.</summary>
internal sealed class SecurityChanges(
    UserManager<Account> accounts, SecondFactors factors, PasskeyCeremonies ceremonies, AccountSessions sessions, SecurityLogger log)
{
    public const int LongestLabel = 60;

    public async Task<IReadOnlyList<string>> MakeCodesAsync(Guid accountId, CancellationToken cancellationToken)
    {
        log.Add(accountId, accountId, SecurityActions.RecoveryCodesMade);
        return await factors.ReplaceRecoveryCodesAsync(accountId, cancellationToken);
    }

    public async Task TurnOffAsync(Guid accountId, CancellationToken cancellationToken)
    {
        await factors.TurnOffAsync(accountId, cancellationToken);
        await log.WriteAsync(accountId, accountId, SecurityActions.SecondFactorRemoved, cancellationToken);
    }

    public async Task<bool> AddPasskeyAsync(Account account, string credential, string state, string label, HttpContext http)
    {
        var added = await ceremonies.AddAsync(account, credential, state, label.Trim() is { Length: > 0 } name && PlainText.IsLine(name, LongestLabel) ? name : null, http, http.RequestAborted);
        if (added)
        {
            await log.WriteAsync(account.Id, account.Id, SecurityActions.PasskeyAdded, http.RequestAborted);
        }

        return added;
    }

    public async Task RemovePasskeyAsync(Account account, byte[] credentialId, CancellationToken cancellationToken)
    {
        await accounts.RemovePasskeyAsync(account, credentialId).OrThrowAsync();
        await log.WriteAsync(account.Id, account.Id, SecurityActions.PasskeyRemoved, cancellationToken);
    }

    public async Task SignOutEverywhereAsync(Account account, CancellationToken cancellationToken)
    {
        await sessions.EndAllAsync(account.Id, cancellationToken);
        // A half-finished sign-in somewhere ends with it.
        await accounts.UpdateSecurityStampAsync(account).OrThrowAsync();
        await log.WriteAsync(account.Id, account.Id, SecurityActions.SignedOutEverywhere, cancellationToken);
    }
}
