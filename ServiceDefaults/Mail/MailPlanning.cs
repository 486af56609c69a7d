using System.Diagnostics;
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
            insert into deliveries (id, recipient, subject, occasion, due_at, traceparent)
            values ({id}, {recipient}, {subject}, {occasion}, {due.ToUniversalTime()}, {Activity.Current?.Id})
            on conflict (recipient, subject, occasion) do nothing
            """,
            cancellationToken);
    }

    /// <summary>A mail that waits is due at another time; one that is sent or dropped stays so.</summary>
    public static Task MoveMailAsync(this ServiceDbContext db, Guid recipient, Guid subject, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Database.ExecuteSqlAsync(
            $"update deliveries set due_at = {dueAt.ToUniversalTime()} where recipient = {recipient} and subject = {subject} and state = 'waiting'", cancellationToken);
    }

    /// <summary>Deletes what waits to be sent about these subjects, and says about which something did.</summary>
    public static async Task<IReadOnlyList<Guid>> WithdrawMailAsync(this ServiceDbContext db, IReadOnlyCollection<Guid> subjects, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var asked = subjects.ToArray();
        return asked.Length == 0 ? [] : await db.Database.SqlQuery<Guid>(
            $"delete from deliveries where subject = any({asked}) and state = 'waiting' returning subject as \"Value\"").ToListAsync(cancellationToken);
    }

    /// <summary>How many mails about these subjects wait for the recipient, or were dropped.</summary>
    public static async Task<int> UnsentMailAsync(this ServiceDbContext db, Guid recipient, IReadOnlyCollection<Guid> subjects, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var asked = subjects.ToArray();
        var unsent = await db.Database.SqlQuery<Guid>(
            $"select id as \"Value\" from deliveries where recipient = {recipient} and subject = any({asked}) and state in ('waiting', 'dropped')").ToListAsync(cancellationToken);
        return unsent.Count;
    }

    /// <summary>What was planned for a member, or sent: for the file of their own data.</summary>
    public static async Task<IReadOnlyList<PlannedOrSent>> MailOfAsync(this ServiceDbContext db, Guid recipient, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Database.SqlQuery<PlannedOrSent>(
            $"""
            select occasion as "Occasion", state as "State", due_at as "DueAt", finished_at as "FinishedAt"
            from deliveries where recipient = {recipient} order by due_at
            """).ToListAsync(cancellationToken);
    }

    /// <summary>Deletes what was planned for a member, or sent, and that their address is paused: for erasure.</summary>
    public static async Task ForgetMailAsync(this ServiceDbContext db, Guid recipient, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await db.Database.ExecuteSqlAsync($"delete from deliveries where recipient = {recipient}", cancellationToken);
        await db.Database.ExecuteSqlAsync($"delete from paused_addresses where recipient = {recipient}", cancellationToken);
    }
}

/// <param name="State">waiting, sent, dropped or failed.</param>
/// <param name="FinishedAt">Null while it waits.</param>
public sealed record PlannedOrSent(string Occasion, string State, DateTimeOffset DueAt, DateTimeOffset? FinishedAt);
