using Microsoft.EntityFrameworkCore;
using PfP.Identity.Data;

namespace PfP.Identity.Accounts.SecurityLog;

/// <summary>The security log, newest first.</summary>
internal sealed class SecurityHistory(IdentityDbContext db)
{
    public const int PageSize = 25;
    public const int LastPage = 10_000 / PageSize;

    public async Task<(IReadOnlyList<SecurityEvent> Events, int Total)> OfAsync(Guid accountId, int page, CancellationToken cancellationToken)
    {
        var own = db.SecurityEvents.AsNoTracking().Where(happened => happened.AccountId == accountId);
        var events = await own.OrderByDescending(happened => happened.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return (events, await own.CountAsync(cancellationToken));
    }
}
