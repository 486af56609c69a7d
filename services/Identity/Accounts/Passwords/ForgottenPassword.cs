using Microsoft.AspNetCore.Identity;
using PfP.Identity.Accounts.SecurityLog;
using PfP.Identity.Accounts.Throttling;
using PfP.Identity.Data;
using PfP.ServiceDefaults;

namespace PfP.Identity.Accounts.Passwords;

/// <summary>Plans the mail that lets its reader choose a new password; nobody else learns whether one was sent.</summary>
internal sealed class ForgottenPassword(
    IdentityDbContext db, UserManager<Account> accounts, Attempts attempts, SecurityLogger log, IHttpContextAccessor http)
{
    /// <summary>Null when the request was taken, or the time to wait.</summary>
    public async Task<TimeSpan?> AskAsync(string email, CancellationToken cancellationToken)
    {
        var limits = AttemptLimit.ForMail("reset", email, http.HttpContext!.Connection.RemoteIpAddress);
        if (await attempts.ReserveAsync(limits, cancellationToken) is { } wait)
        {
            return wait;
        }

        if (await accounts.FindByEmailAsync(email) is { EmailConfirmed: true } account)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.PlanMailAsync<ResetPassword>(account.Id, Guid.CreateVersion7(), cancellationToken: cancellationToken);
            await log.WriteAsync(account.Id, null, SecurityActions.ResetAsked, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return null;
    }
}
