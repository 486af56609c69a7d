using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Mail;

namespace PfP.ServiceDefaults.Mail;

/// <summary>
/// The addresses that every service which sends leaves alone. Each keeps its own list and tells the others of what it notices, so that sending
/// asks nobody; a list that is behind by an event costs one refusal more.
/// </summary>
public static class PausedAddresses
{
    /// <summary>Of a delivery, in SQL: whether the address it last went to is paused.</summary>
    internal const string OfDelivery = "exists (select from paused_addresses paused where paused.address_hash = deliveries.address_hash and paused.is_paused)";

    /// <summary>What a service that sends hears of addresses.</summary>
    public static MessagingBuilder ConsumePauses(this MessagingBuilder messaging)
    {
        ArgumentNullException.ThrowIfNull(messaging);
        return messaging.Consume<AddressPaused, KeepPause>().Consume<AddressResumed, KeepResumption>().Consume<MailBounced, BelieveBounce>();
    }

    /// <param name="tell">Whether the other services hear of it, too.</param>
    internal static async Task PauseAsync(this ServiceDbContext db, AddressPaused paused, bool tell, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into paused_addresses (address_hash, recipient, occasion, status, is_paused, changed_at)
            values (decode({paused.AddressHash}, 'hex'), {paused.Recipient}, {paused.Occasion}, {paused.Status}, true, {paused.At.ToUniversalTime()})
            on conflict (address_hash) do update set
                recipient = excluded.recipient, occasion = excluded.occasion, status = excluded.status, is_paused = true, changed_at = excluded.changed_at
            where paused_addresses.changed_at < excluded.changed_at
            """,
            cancellationToken);
        if (tell)
        {
            db.Publish(paused);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Whether there was a pause to end.</summary>
    public static async Task<bool> ResumeAsync(this ServiceDbContext db, AddressResumed resumed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(resumed);
        return await db.Database.ExecuteSqlAsync(
            $"""
            update paused_addresses set is_paused = false, changed_at = {resumed.At.ToUniversalTime()}
            where address_hash = decode({resumed.AddressHash}, 'hex') and is_paused and changed_at < {resumed.At.ToUniversalTime()}
            """,
            cancellationToken) > 0;
    }
}

internal sealed class KeepPause(ServiceDbContext db) : IEventHandler<AddressPaused>
{
    public Task HandleAsync(AddressPaused message, EventContext context, CancellationToken cancellationToken) => db.PauseAsync(message, tell: false, cancellationToken);
}

internal sealed class KeepResumption(ServiceDbContext db) : IEventHandler<AddressResumed>
{
    public Task HandleAsync(AddressResumed message, EventContext context, CancellationToken cancellationToken) => db.ResumeAsync(message, cancellationToken);
}

/// <summary>Only of a mail that this service sent, and to that address: else anybody who can report could silence anybody.</summary>
internal sealed class BelieveBounce(ServiceDbContext db) : IEventHandler<MailBounced>
{
    public async Task HandleAsync(MailBounced message, EventContext context, CancellationToken cancellationToken)
    {
        var status = $"Bounced {message.Status}";
        var returned = await db.Database.SqlQuery<Returned>(
            $"""
            update deliveries set state = 'failed', last_error = {status}, finished_at = now()
            where message_key = {message.MessageKey} and address_hash = decode({message.AddressHash}, 'hex') and state in ('sent', 'failed')
            returning recipient, occasion
            """).ToListAsync(cancellationToken);
        if (returned is [var mail, ..] && MailboxStatus.IsGone(message.Status))
        {
            await db.PauseAsync(new(message.AddressHash, mail.Recipient, mail.Occasion, status, message.At), tell: true, cancellationToken);
        }
    }

    private sealed record Returned(Guid Recipient, string Occasion);
}
