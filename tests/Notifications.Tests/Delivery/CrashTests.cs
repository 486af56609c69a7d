using PfP.Notifications.Tests.Hosting;
using PfP.Testing;

namespace PfP.Notifications.Tests.Delivery;

/// <summary>The service as a process of its own, killed in the middle of sending.</summary>
public sealed class CrashTests
{
    private const int Mails = 60;

    // What may be under way at once; a mail whose receipt was not noted is sent again.
    private const int InFlight = 8;

    [Fact]
    public async Task KilledWhileSending_SendsEveryMail_AndRepeatsOnlyWhatWasUnderWay()
    {
        await using var notifications = await NotificationsProcess.NewAsync();
        var sink = notifications.Sink;
        using (var service = await notifications.StartAsync())
        {
            await notifications.ExecuteAsync($"""
                with people as (
                    insert into members (id, version, state, name, email, language, time_zone)
                    select gen_random_uuid(), 1, 'member', 'A member', 'member' || number || '@example.org', 'en', 'UTC' from generate_series(1, {Mails}) as number
                    returning id)
                insert into deliveries (id, recipient, subject, occasion, due_at) select gen_random_uuid(), id, id, 'membership-approved', now() from people
                """);
            await Eventually.TrueAsync(() => sink.Received.Count >= Mails / 4, "some were sent");
            await service.KillAsync();
        }

        Assert.InRange(sink.Received.Count, Mails / 4, Mails - 1);
        await notifications.ExecuteAsync("update deliveries set next_attempt_at = now() where state = 'waiting'");
        using var again = await notifications.StartAsync();
        await Eventually.TrueAsync(async () => await notifications.CountAsync("select count(*) from deliveries where state <> 'sent'") == 0, "all are sent");
        await again.KillAsync();

        Assert.Equal(Mails, sink.Received.Select(mail => mail.To).Distinct().Count());
        Assert.Equal(Mails, sink.Received.Select(mail => mail.MessageId).Distinct().Count());
        Assert.InRange(sink.Received.Count, Mails, Mails + InFlight);
    }
}
