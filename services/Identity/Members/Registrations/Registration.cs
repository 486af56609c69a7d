using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PfP.Identity.Accounts;
using PfP.Identity.Accounts.SecurityLog;
using PfP.Identity.Accounts.Throttling;
using PfP.Identity.Data;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Registrations;

/// <summary>
/// Takes a registration. A password is chosen later, by whoever reads the mail, so nobody can register an address for its owner and
/// keep the key. Whether the address was known before shows in the mail only.
/// </summary>
internal sealed class Registration(
    IdentityDbContext db, UserManager<Account> accounts, SecurityLogger log, Attempts attempts, IOptions<MembersOptions> options, TimeProvider clock, IHttpContextAccessor http)
{
    /// <summary>Null when it was taken, or the time to wait.</summary>
    public async Task<TimeSpan?> RegisterAsync(RegistrationDetails details, CancellationToken cancellationToken)
    {
        var limits = AttemptLimit.ForMail("register", details.Email, http.HttpContext!.Connection.RemoteIpAddress);
        if (await attempts.ReserveAsync(limits, cancellationToken) is { } wait)
        {
            return wait;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // The same form sent twice at once: the second waits for the first.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({details.Email}, 0))", cancellationToken);
        var account = await accounts.FindOrCreateAsync(details.Email);
        var known = await db.Members.FirstOrDefaultAsync(member => member.Id == account.Id, cancellationToken);
        if (known is { State: not MemberState.Unconfirmed })
        {
            await db.PlanMailAsync<RegisteredAlready>(account.Id, Guid.CreateVersion7(), cancellationToken: cancellationToken);
        }
        else
        {
            await ReplaceAsync(known, account.Id, details, cancellationToken);
            await db.PlanMailAsync<ConfirmRegistration>(account.Id, Guid.CreateVersion7(), cancellationToken: cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    // What was said before anybody had shown the address to be theirs is worth nothing.
    private async Task ReplaceAsync(Member? known, Guid id, RegistrationDetails details, CancellationToken cancellationToken)
    {
        if (known is not null)
        {
            db.Members.Remove(known);
            await db.SaveChangesAsync(cancellationToken);
        }

        db.Members.Add(Member.Register(id, options.Value.Issuer, details, clock.GetUtcNow()));
        log.Add(id, null, SecurityActions.Registered);
        await db.SaveChangesAsync(cancellationToken);
    }
}
