using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MimeKit;
using PfP.ServiceDefaults.Errors;

namespace PfP.ServiceDefaults.Mail;

/// <summary>Composes one mail, if its reason still holds, and sends it.</summary>
internal sealed class DeliveryAttempt(
    IServiceScopeFactory scopes, MailOccasions occasions, DeliveryStore store, SmtpTransport transport, IOptions<MailOptions> options,
    TimeProvider clock)
{
    /// <param name="stop">Ends it. Not at once when the service stops: one cut off after its final dot would be sent twice.</param>
    public async Task<DeliveryResult> RunAsync(DeliveryRow row, CancellationToken stop)
    {
        // For composing alone: one that had to hurry because the database was slow might be cut off after its final dot, too.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(options.Value.Patience);
        try
        {
            if (await ComposeAsync(row, limit.Token) is not { } mail)
            {
                return new(DeliveryOutcome.Dropped);
            }

            // Who waits before a form for a link has just given the address, and is told in no other way that it works again.
            if (!occasions.IsAskedFor(row.Occasion) && await store.IsPausedAsync(mail.To.Address, limit.Token))
            {
                return new(DeliveryOutcome.Dropped, "Paused") { Address = mail.To.Address };
            }

            using var message = WireMail.Create(mail, row, options.Value, clock.GetUtcNow());
            return await store.HoldAsync(row, limit.Token) ? await SendAsync(row, message, stop) with { Address = mail.To.Address } : new(DeliveryOutcome.Lost);
        }
        catch (Exception exception) when (Transient.IsTransient(exception))
        {
            return new(DeliveryOutcome.Away, exception.GetType().Name);
        }
        catch (FormatException)
        {
            return new(DeliveryOutcome.Failed, "Address");
        }
        catch (Exception exception)
        {
            // Whatever an occasion throws, the row stays and is tried again.
            return new(DeliveryOutcome.Postponed, exception.GetType().Name);
        }
    }

    private async Task<DeliveryResult> SendAsync(DeliveryRow row, MimeMessage message, CancellationToken stop)
    {
        using var patience = new ServerPatience(options.Value, stop);
        using var over = new CancellationTokenSource();
        var holding = KeepHoldingAsync(row, over.Token);
        try
        {
            return await transport.SendAsync(message, patience);
        }
        finally
        {
            // Whatever befell that, what the server said counts.
            await over.CancelAsync();
            await holding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>However long the server takes, no other sender comes to the mail meanwhile.</summary>
    private async Task KeepHoldingAsync(DeliveryRow row, CancellationToken over)
    {
        using var timer = new PeriodicTimer(options.Value.Patience, TimeProvider.System);
        var holds = true;
        while (holds && await timer.WaitForNextTickAsync(over))
        {
            try
            {
                holds = await store.HoldAsync(row, over);
            }
            catch (Exception exception) when (Transient.IsTransient(exception))
            {
                // As long as the database is away nobody else can take it.
            }
        }
    }

    private async Task<ComposedMail?> ComposeAsync(DeliveryRow row, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var occasion = (IMailOccasion)scope.ServiceProvider.GetRequiredService(occasions.Find(row.Occasion));
        return await occasion.ComposeAsync(new(row.Recipient, row.Subject), cancellationToken);
    }
}
