using PfP.ServiceDefaults.Mail;
using PfP.ServiceDefaults.Tests.Samples;
using PfP.Testing;
using PfP.Testing.Mail;

namespace PfP.ServiceDefaults.Tests.Mail;

/// <summary>An address that is refused for good is left alone; a refusal of the mail, or of us, says nothing of the address.</summary>
public sealed class PausingTests
{
    [Theory]
    [InlineData(SmtpFault.RefuseForGood, "SMTP 550", true)]
    [InlineData(SmtpFault.RefusePolicy, "SMTP 550 5.7.1", false)]
    [InlineData(SmtpFault.RefuseContent, "SMTP 554 5.6.0", false)]
    public async Task Refusal_PausesTheAddress_WhereItIsTheAddressThatIsRefused(SmtpFault fault, string error, bool pauses)
    {
        await using var service = await MailService.StartAsync();
        service.Sink.Faults.Enqueue(fault);

        await service.PlanAsync(Guid.NewGuid());
        await Eventually.TrueAsync(async () => await service.ScalarAsync<string>("select last_error from deliveries where state = 'failed'") == error, error);
        await service.PlanAsync(Guid.NewGuid());

        await Eventually.TrueAsync(
            async () => await service.ScalarAsync<long>($"select count(*) from deliveries where state = '{(pauses ? "dropped" : "sent")}'") == 1, "the next mail");
        Assert.Equal(pauses ? 0 : 1, service.Sink.Received.Count);
        Assert.Equal(pauses ? 1 : 0, await service.ScalarAsync<long>("select count(*) from outbox where event_type like '%address-paused%' or event_type like '%AddressPaused%'"));
        Assert.Equal("reader@example.org", await service.ScalarAsync<string>("select refused_address from deliveries where state = 'failed'"));
    }

    [Fact]
    public async Task Mail_ThatSomebodyWaitsFor_IsTriedAllTheSame()
    {
        await using var service = await MailService.StartAsync();
        service.Sink.Faults.Enqueue(SmtpFault.RefuseForGood);
        await service.PlanAsync(Guid.NewGuid());
        await Eventually.TrueAsync(async () => await service.ScalarAsync<bool>("select is_paused from paused_addresses"), "the pause");

        await service.PlanAsync<NoteWanted>(Guid.NewGuid());

        await service.Sink.NextAsync("reader@example.org");
    }

    [Theory]
    [InlineData("5.1.1", null, true)]
    [InlineData("5.1.10", null, true)]
    [InlineData("5.2.1", null, true)]
    [InlineData("5.2.2", null, false)]
    [InlineData("5.7.1", 550, false)]
    [InlineData("", 550, true)]
    [InlineData("", 552, false)]
    [InlineData("", null, false)]
    public void Status_SaysWhetherThereIsSuchAMailbox(string status, int? reply, bool isGone) => Assert.Equal(isGone, MailboxStatus.IsGone(status, reply));

    [Fact]
    public async Task Mails_InARow_ShareConnections_WhichAreClosedInTheEnd()
    {
        await using var service = await MailService.StartAsync();

        await service.PlanAsync([.. Enumerable.Range(0, 40).Select(_ => Guid.NewGuid())]);

        await Eventually.TrueAsync(async () => await service.ScalarAsync<long>("select count(*) from deliveries where state = 'sent'") == 40, "40 mails");
        Assert.InRange(service.Sink.Connections, 1, 8);
        await Eventually.TrueAsync(() => service.Sink.Open == 0, "all connections closed");
    }

    [Fact]
    public async Task Mails_ToOneDomain_KeepItsPace_AndLoseNoAttempt()
    {
        await using var service = await MailService.StartAsync(settings: ("Mail:PerDomainPerMinute", "2"));

        await service.PlanAsync(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());

        await Eventually.TrueAsync(async () => await service.ScalarAsync<int>("select attempts from deliveries where state = 'waiting' and last_error = 'Pace'") == 0
            && await service.ScalarAsync<long>("select count(*) from deliveries where state = 'sent'") == 2, "two sent, one kept waiting");
        service.Probe.Compose = _ => new(MailProbe.Reader with { Address = "reader@elsewhere.example" }, "A note", []);
        await service.PlanAsync(Guid.NewGuid());
        await service.Sink.NextAsync("reader@elsewhere.example");
    }
}
