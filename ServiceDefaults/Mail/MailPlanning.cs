using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using PfP.ServiceDefaults.Mail;

namespace PfP.ServiceDefaults;

/// <summary>Plans mails beside the state that asks for them.</summary>
public static class MailPlanning
{
    /// <summary>
    /// Plans a mail in the caller's transaction, so that it is sent if that commits and not otherwise. There is one for each recipient,
    /// subject and occasion: planning it again does nothing.
    /// </summary>
    /// <param name="dueAt">When it is to be sent, in business time; at once where it is left out.</param>
    public static Task PlanMailAsync<TOccasion>(
        this ServiceDbContext db, Guid recipient, Guid subject, DateTimeOffset? dueAt = null, CancellationToken cancellationToken = default)
        where TOccasion : IMailOccasion
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A mail is planned inside the transaction of what it tells of.");
        }

        var (id, occasion, due) = (Guid.CreateVersion7(), MailOccasions.NameOf(typeof(TOccasion)), dueAt ?? db.GetService<TimeProvider>().GetUtcNow());
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into deliveries (id, recipient, subject, occasion, due_at) values ({id}, {recipient}, {subject}, {occasion}, {due.ToUniversalTime()})
            on conflict (recipient, subject, occasion) do nothing
            """,
            cancellationToken);
    }

    /// <summary>Deletes what was planned for a member, or sent: for erasure.</summary>
    public static Task ForgetMailAsync(this ServiceDbContext db, Guid recipient, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Database.ExecuteSqlAsync($"delete from deliveries where recipient = {recipient}", cancellationToken);
    }
}
