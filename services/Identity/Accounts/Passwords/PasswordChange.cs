using Microsoft.AspNetCore.Identity;
using PfP.Identity.Accounts.SecurityLog;
using PfP.Identity.Accounts.Sessions;
using PfP.Identity.Accounts.SignIn;
using PfP.Identity.Accounts.Throttling;
using PfP.Identity.Data;

namespace PfP.Identity.Accounts.Passwords;

/// <summary>Changes the password of who is signed in. All sessions end, and this browser gets a new one.</summary>
internal sealed class PasswordChange(
    IdentityDbContext db, IPasswordHasher<Account> hasher, NewPassword passwords, AccountSessions sessions, Attempts attempts)
{
    /// <summary>Null when it is done, otherwise why not.</summary>
    public async Task<SignInOutcome?> ChangeAsync(Account account, string current, string password, HttpContext http, CancellationToken cancellationToken)
    {
        // A browser left open must not become a place to guess at.
        var limits = AttemptLimit.ForSecondFactor(account.Id, "password");
        if (await attempts.ReserveAsync(limits, cancellationToken) is { } wait)
        {
            return new(Wait: wait);
        }

        if (account.PasswordHash is not null && hasher.VerifyHashedPassword(account, account.PasswordHash, current) == PasswordVerificationResult.Failed)
        {
            return SignInOutcome.Wrong;
        }

        await attempts.ForgiveAsync(limits, cancellationToken);
        var methods = http.User.FindAll(AccountSessions.MethodClaim).Select(claim => claim.Value).ToArray();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await passwords.SetAsync(account, password, account.Id, SecurityActions.PasswordChanged, cancellationToken);
        await sessions.StartAsync(account, methods, isNewDevice: false, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }
}
