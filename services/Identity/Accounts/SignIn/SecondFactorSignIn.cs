using PfP.Identity.Accounts.SecondFactor;
using PfP.Identity.Accounts.SecurityLog;
using PfP.Identity.Accounts.Throttling;
using PfP.Identity.Data;

namespace PfP.Identity.Accounts.SignIn;

/// <summary>The second half of signing in with a password.</summary>
internal sealed class SecondFactorSignIn(
    PendingSignIn pending, SecondFactors factors, Attempts attempts, KnownDevices devices, SecurityLogger log, SignInFlow flow)
{
    public Task<Account?> PendingAsync() => pending.FindAsync();

    public Task<SignInOutcome> TryCodeAsync(string code, string? returnUrl, CancellationToken cancellationToken) =>
        TryAsync(account => factors.UseCodeAsync(account.Id, code, cancellationToken), returnUrl, cancellationToken);

    public Task<SignInOutcome> TryRecoveryCodeAsync(string code, string? returnUrl, CancellationToken cancellationToken) =>
        TryAsync(
            async account =>
            {
                var used = await factors.UseRecoveryCodeAsync(account.Id, code, cancellationToken);
                if (used)
                {
                    await log.WriteAsync(account.Id, account.Id, SecurityActions.RecoveryCodeUsed, cancellationToken);
                }

                return used;
            },
            returnUrl, cancellationToken);

    private async Task<SignInOutcome> TryAsync(Func<Account, Task<bool>> use, string? returnUrl, CancellationToken cancellationToken)
    {
        if (await pending.FindAsync() is not { } account)
        {
            return SignInOutcome.Wrong;
        }

        var limits = AttemptLimit.ForSecondFactor(account.Id, devices.Find(account.Id));
        if (await attempts.ReserveAsync(limits, cancellationToken) is { } wait)
        {
            return new(Wait: wait);
        }

        if (!await use(account))
        {
            await log.WriteAsync(account.Id, null, SecurityActions.CodeRefused, cancellationToken);
            return SignInOutcome.Wrong;
        }

        await attempts.ForgiveAsync(limits, cancellationToken);
        return new(await flow.AfterSecondFactorAsync(account, returnUrl, cancellationToken));
    }
}
