using System.Globalization;
using System.Linq.Expressions;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity;
using PfP.Identity.Data;

namespace PfP.Identity.Accounts.Sessions;

/// <summary>Starts and ends sessions of browsers. The cookie names a session; whether that still holds is looked up with every request.</summary>
internal sealed class AccountSessions(IdentityDbContext db, TimeProvider clock, IHttpContextAccessor context)
{
    public const string SubjectClaim = "sub";
    public const string SessionClaim = "sid";
    public const string TimeClaim = "auth_time";
    public const string MethodClaim = "amr";

    private HttpContext Http => context.HttpContext!;

    public async Task StartAsync(Account account, string[] methods, bool isNewDevice, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var session = new AccountSession(Guid.CreateVersion7(now), account.Id, methods, DeviceNames.Of(Http.Request.Headers.UserAgent), now);
        db.Sessions.Add(session);
        if (isNewDevice)
        {
            db.Publish(new DeviceSignedIn(account.Id, session.Id, now, session.Device));
        }

        await db.SaveChangesAsync(cancellationToken);
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme);
        identity.AddClaim(new(SubjectClaim, account.Id.ToString()));
        identity.AddClaim(new(SessionClaim, session.Id.ToString()));
        identity.AddClaim(new(TimeClaim, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        identity.AddClaims(methods.Select(method => new Claim(MethodClaim, method)));
        await Http.SignInAsync(IdentityConstants.ApplicationScheme, new(identity));
    }

    public Task<List<AccountSession>> OfAsync(Guid accountId, CancellationToken cancellationToken) => db.Sessions.AsNoTracking()
        .Where(session => session.AccountId == accountId && session.EndedAt == null).OrderByDescending(session => session.Id).ToListAsync(cancellationToken);

    public Task<bool> IsOpenAsync(Guid id, CancellationToken cancellationToken) =>
        db.Sessions.AnyAsync(session => session.Id == id && session.EndedAt == null, cancellationToken);

    public async Task EndAsync(Guid id, CancellationToken cancellationToken)
    {
        await EndAsync(session => session.Id == id, cancellationToken);
        await Http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    public Task EndAllAsync(Guid accountId, CancellationToken cancellationToken) => EndAsync(session => session.AccountId == accountId, cancellationToken);

    private Task<int> EndAsync(Expression<Func<AccountSession, bool>> which, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return db.Sessions.Where(which).Where(session => session.EndedAt == null)
            .ExecuteUpdateAsync(update => update.SetProperty(session => session.EndedAt, now), cancellationToken);
    }
}
