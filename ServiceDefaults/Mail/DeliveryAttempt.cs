using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PfP.ServiceDefaults.Errors;

namespace PfP.ServiceDefaults.Mail;

/// <summary>Composes one mail, if its reason still holds, and sends it.</summary>
internal sealed class DeliveryAttempt(
    IServiceScopeFactory scopes, MailOccasions occasions, DeliveryStore store, SmtpTransport transport, IOptions<MailOptions> options,
    TimeProvider clock)
{
    public async Task<DeliveryResult> RunAsync(DeliveryRow row)
    {
        // A service that stops lets the attempt end: one cut off after its final dot would be sent twice. So would one that had to hurry
        // because the database was slow: sending has all its time to itself.
        using var limit = new CancellationTokenSource(options.Value.Patience);
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
            if (!await store.HoldsAsync(row, limit.Token))
            {
                return new(DeliveryOutcome.Lost);
            }

            using var sending = new CancellationTokenSource(options.Value.Patience);
            return await transport.SendAsync(message, sending.Token) with { Address = mail.To.Address };
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

    private async Task<ComposedMail?> ComposeAsync(DeliveryRow row, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var occasion = (IMailOccasion)scope.ServiceProvider.GetRequiredService(occasions.Find(row.Occasion));
        return await occasion.ComposeAsync(new(row.Recipient, row.Subject), cancellationToken);
    }
}
