using PfP.Identity.Data;

namespace PfP.Identity.Accounts.SecurityLog;

/// <summary>Writes down what happened to an account. What nobody has is not written: attempts on accounts that do not exist are only counted.</summary>
internal sealed class SecurityLogger(IdentityDbContext db, TimeProvider clock)
{
    /// <summary>Leaves with the next SaveChanges: in one transaction with what it tells of.</summary>
    public void Add(Guid accountId, Guid? actor, string action, params string[] fields) =>
        db.SecurityEvents.Add(new(clock.GetUtcNow(), accountId, actor, action, fields));

    public async Task WriteAsync(Guid? accountId, Guid? actor, string action, CancellationToken cancellationToken)
    {
        if (accountId is { } id)
        {
            Add(id, actor, action);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
