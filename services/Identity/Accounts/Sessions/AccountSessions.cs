using System.Globalization;
using System.Linq.Expressions;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity;
using PfP.Identity.Data;
using PfP.Identity.Provider.Logout;

namespace PfP.Identity.Accounts.Sessions;

/// <summary>Starts and ends sessions of browsers. The cookie names a session; whether that still holds is looked up with every request.</summary>
internal sealed class AccountSessions(IdentityDbContext db, SessionEnd end, LogoutSignal clients, TimeProvider clock, IHttpContextAccessor context)
{
    public const string SubjectClaim = "sub";
    public const string SessionClaim = "sid";
    public const string TimeClaim = "auth_time";
    public const string MethodClaim = "amr";

    private HttpContext Http => context.HttpContext!;

    public async Task StartAsync(Account account, string[] methods, bool isNewDevice, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = await ContinueAsync(account.Id, methods, now, cancellationToken);
        if (id is null)
        {
            var session = new AccountSession(Guid.CreateVersion7(now), account.Id, methods, DeviceNames.Of(Http.Request.Headers.UserAgent), now);
            db.Sessions.Add(session);
            if (isNewDevice)
            {
                db.Publish(new DeviceSignedIn(account.Id, session.Id, now, session.Device));
            }

            await db.SaveChangesAsync(cancellationToken);
            id = session.Id;
        }

        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme);
        identity.AddClaim(new(SubjectClaim, account.Id.ToString()));
        identity.AddClaim(new(SessionClaim, id.Value.ToString()));
        identity.AddClaim(new(TimeClaim, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        identity.AddClaims(methods.Select(method => new Claim(MethodClaim, method)));
        await Http.SignInAsync(IdentityConstants.ApplicationScheme, new(identity));
    }

    public Task<List<AccountSession>> OfAsync(Guid accountId, CancellationToken cancellationToken) => db.Sessions.AsNoTracking()
        .Where(session => session.AccountId == accountId && session.EndedAt == null).OrderByDescending(session => session.Id).ToListAsync(cancellationToken);

    public Task<bool> IsOpenAsync(Guid id, CancellationToken cancellationToken) =>
        db.Sessions.AnyAsync(session => session.Id == id && session.EndedAt == null, cancellationToken);

    /// <summary>False when it had ended before.</summary>
    public async Task<bool> EndAsync(Guid id, CancellationToken cancellationToken)
    {
        var ended = await EndAsync(session => session.Id == id, cancellationToken);
        if (await CurrentAsync() is { } user && user.HasClaim(SessionClaim, id.ToString()))
        {
            await Http.SignOutAsync(IdentityConstants.ApplicationScheme);
        }

        return ended;
    }

    public Task EndAllAsync(Guid accountId, CancellationToken cancellationToken) => EndAsync(session => session.AccountId == accountId, cancellationToken);

    // The one place where sessions end, and with them all that was issued on their strength.
    private async Task<bool> EndAsync(Expression<Func<AccountSession, bool>> which, CancellationToken cancellationToken)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        DateTimeOffset? now = clock.GetUtcNow();
        var open = db.Sessions.Where(which).Where(session => session.EndedAt == null);
        var ids = await open.Select(session => session.Id).ToListAsync(cancellationToken);
        var ended = await open.ExecuteUpdateAsync(update => update.SetProperty(session => session.EndedAt, now), cancellationToken);
        await end.AnnounceAsync(ids, cancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        clients.Wake();
        return ended > 0;
    }

    // Who signs in again where they are signed in stays in one session: signing out must reach all that it let in. Somebody else's ends.
    private async Task<Guid?> ContinueAsync(Guid accountId, string[] methods, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse((await CurrentAsync())?.FindFirstValue(SessionClaim), out var id))
        {
            return null;
        }

        var continued = await db.Sessions.Where(session => session.Id == id && session.AccountId == accountId && session.EndedAt == null)
            .ExecuteUpdateAsync(update => update.SetProperty(session => session.StartedAt, now).SetProperty(session => session.Methods, methods), cancellationToken);
        if (continued == 0)
        {
            await EndAsync(session => session.Id == id, cancellationToken);
        }

        return continued == 0 ? null : id;
    }

    private async Task<ClaimsPrincipal?> CurrentAsync() => (await Http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal;
}
