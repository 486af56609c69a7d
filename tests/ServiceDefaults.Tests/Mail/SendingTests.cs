using PfP.ServiceDefaults.Tests.Samples;
using PfP.Testing;
using PfP.Testing.Mail;

namespace PfP.ServiceDefaults.Tests.Mail;

public sealed class SendingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_WhenReasonNoLongerHolds_DropsTheMail()
    {
        await using var service = await MailService.StartAsync();
        service.Probe.Compose = _ => null;

        await service.PlanAsync(Guid.NewGuid());

        await EndsAsync(service, "dropped");
        Assert.Equal(0, service.Sink.Begun);
    }

    [Fact]
    public async Task Send_WhenServerRefusesForNow_TriesAgainLater()
    {
        await using var service = await MailService.StartAsync();
        service.Sink.Faults.Enqueue(SmtpFault.RefuseForNow);

        await service.PlanAsync(Guid.NewGuid());
        await Eventually.TrueAsync(async () => await service.ScalarAsync<string>("select last_error from deliveries") == "SMTP 451", "the refusal");
        Assert.InRange((await service.Store.NextDueAsync(Cancellation))!.Value, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30));
        await service.HurryAsync();

        await EndsAsync(service, "sent");
        Assert.Single(service.Sink.Received);
        Assert.Equal(2, await service.ScalarAsync<int>("select attempts from deliveries"));
    }

    [Fact]
    public async Task Send_WhenServerRefusesForGood_FailsWithoutTellingTheAddress()
    {
        await using var service = await MailService.StartAsync();
        service.Sink.Faults.Enqueue(SmtpFault.RefuseForGood);

        await service.PlanAsync(Guid.NewGuid());

        await EndsAsync(service, "failed");
        Assert.Equal("SMTP 550", await service.ScalarAsync<string>("select last_error from deliveries"));
        Assert.Contains(service.Log, line => line.Contains("never be sent", StringComparison.Ordinal));
        Assert.DoesNotContain(service.Log, line => line.Contains("reader@", StringComparison.Ordinal));
        Assert.Equal(1, (await service.Store.BacklogAsync(Cancellation)).Failed);
    }

    [Fact]
    public async Task Send_WhenAddressIsNone_Fails()
    {
        await using var service = await MailService.StartAsync();
        service.Probe.Compose = _ => new(MailProbe.Reader with { Address = "not an address" }, "A note", []);

        await service.PlanAsync(Guid.NewGuid());

        await EndsAsync(service, "failed");
        Assert.Equal(0, service.Sink.Begun);
    }

    [Theory]
    [InlineData(SmtpFault.CloseBeforeDot, 1)]
    [InlineData(SmtpFault.Stall, 1)]
    [InlineData(SmtpFault.CloseAfterDot, 2)]
    public async Task Send_WhenConnectionBreaks_RepeatsWithTheSameMessageId(SmtpFault fault, int copies)
    {
        await using var service = await MailService.StartAsync();
        service.Sink.Faults.Enqueue(fault);

        await service.PlanAsync(Guid.NewGuid());
        await Eventually.TrueAsync(async () => await service.ScalarAsync<string>("select last_error from deliveries") is not null, "the broken attempt");
        await service.HurryAsync();

        await EndsAsync(service, "sent");
        Assert.Equal(copies, service.Sink.Received.Count);
        Assert.Single(service.Sink.Received.Select(mail => mail.MessageId).Distinct());
        await Eventually.TrueAsync(() => service.Sink.Open == 0, "all connections closed");
    }

    [Fact]
    public async Task Send_WhenServerIsAway_UsesUpNoAttempt()
    {
        await using var service = await MailService.StartAsync(server: "smtp://127.0.0.1:1");

        await service.PlanAsync(Guid.NewGuid());

        await Eventually.TrueAsync(async () => await service.ScalarAsync<string>("select last_error from deliveries") is not null, "an attempt");
        Assert.Equal(0, await service.ScalarAsync<int>("select attempts from deliveries"));
        Assert.Equal("waiting", await service.ScalarAsync<string>("select state from deliveries"));
    }

    [Theory]
    [InlineData("421 too many connections")]
    [InlineData("554 no service here")]
    public async Task Send_WhenServerLetsNobodyIn_UsesUpNoAttempt(string greeting)
    {
        await using var service = await MailService.StartAsync();
        service.Sink.Greeting = greeting;

        await service.PlanAsync(Guid.NewGuid());
        await Eventually.TrueAsync(async () => await service.ScalarAsync<string>("select last_error from deliveries") == $"SMTP {greeting[..3]}", "an attempt");
        Assert.Equal(0, await service.ScalarAsync<int>("select attempts from deliveries"));
        service.Sink.Greeting = "220 sink";
        await service.HurryAsync();

        await EndsAsync(service, "sent");
    }

    [Fact]
    public async Task Send_WhenTwoReplicasRun_SendsEachMailOnce()
    {
        await using var service = await MailService.StartAsync();
        await using var second = await service.ReplicaAsync();

        await service.PlanAsync([.. Enumerable.Range(0, 200).Select(_ => Guid.NewGuid())]);

        await Eventually.TrueAsync(async () => await service.ScalarAsync<long>("select count(*) from deliveries where state <> 'sent'") == 0, "200 marks");
        Assert.Equal(200, service.Sink.Received.Count);
        Assert.Equal(200, service.Sink.Received.Select(mail => mail.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task Claim_WhenSenderDied_IsTakenOverWhenItsLeaseEnds()
    {
        await using var service = await MailService.StartAsync(send: false);
        await service.PlanAsync(Guid.NewGuid(), Guid.NewGuid());

        var first = await service.Store.ClaimAsync(10, Cancellation);
        Assert.Equal(2, first.Count);
        Assert.Empty(await service.Store.ClaimAsync(10, Cancellation));
        await service.HurryAsync();

        Assert.Equal(2, (await service.Store.ClaimAsync(10, Cancellation)).Count);
        Assert.False(await service.Store.HoldAsync(first[0], Cancellation), "the first sender, should it wake up, must not send");
    }

    private static Task EndsAsync(MailService service, string state) =>
        Eventually.TrueAsync(async () => await service.ScalarAsync<string>("select state from deliveries") == state, state);
}
