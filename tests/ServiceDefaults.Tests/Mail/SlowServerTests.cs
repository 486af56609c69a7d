using System.Diagnostics;
using PfP.ServiceDefaults.Tests.Samples;
using PfP.Testing;
using PfP.Testing.Mail;

namespace PfP.ServiceDefaults.Tests.Mail;

/// <summary>A server that takes long to say that it has a mail: whoever gives up too early sends again what was taken.</summary>
public sealed class SlowServerTests
{
    private const string FirstHeld = "select next_attempt_at from deliveries where state = 'waiting' and attempts = 1";
    private static readonly (string Key, string Value) Patient = ("Mail:ReplyPatience", "00:10:00");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mail_WhoseReceiptComesLate_IsSentOnce_HeldMeanwhile_AndKeepsNoOtherWaiting()
    {
        await using var service = await MailService.StartAsync(settings: Patient);
        service.Sink.Faults.Enqueue(SmtpFault.AnswerLate);
        await service.PlanAsync(Guid.NewGuid());
        await Eventually.TrueAsync(() => service.Sink.Received.Count == 1, "the server has it");

        var until = await service.ScalarAsync<DateTime>(FirstHeld);
        await Eventually.TrueAsync(async () => await service.ScalarAsync<DateTime>(FirstHeld) > until.AddSeconds(1), "it is held for longer than it was claimed");
        await service.PlanAsync(Guid.NewGuid());
        await Eventually.TrueAsync(async () => await service.ScalarAsync<long>("select count(*) from deliveries where state = 'sent'") == 1, "another mail");
        service.Sink.AnswerNow();

        await Eventually.TrueAsync(async () => await service.ScalarAsync<long>("select count(*) from deliveries where state = 'sent' and attempts = 1") == 2, "both, at once");
        Assert.Equal(2, service.Sink.Received.Count);
    }

    [Fact]
    public async Task Mail_ThatIsNeverAnswered_IsSentAgain_Later()
    {
        await using var service = await MailService.StartAsync();
        service.Sink.Faults.Enqueue(SmtpFault.Stall);

        await service.PlanAsync(Guid.NewGuid());

        await Eventually.TrueAsync(async () => await service.ScalarAsync<string>("select last_error from deliveries where attempts = 1") == "Unanswered", "the end of its patience");
        Assert.InRange((await service.Store.NextDueAsync(Cancellation))!.Value, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Stop_WaitsForAReceiptThatIsOnItsWay()
    {
        await using var service = await MailService.StartAsync(send: false);
        await using var sender = await service.ReplicaAsync(Patient);
        service.Sink.Faults.Enqueue(SmtpFault.AnswerLate);
        await service.PlanAsync(Guid.NewGuid());
        await Eventually.TrueAsync(() => service.Sink.Received.Count == 1, "the server has it");

        var stopping = sender.StopAsync(Cancellation);
        service.Sink.AnswerNow();
        await stopping;

        Assert.Equal("sent", await service.ScalarAsync<string>("select state from deliveries"));
    }

    [Fact]
    public async Task Stop_DoesNotWaitForAServerThatSaysNothing()
    {
        await using var service = await MailService.StartAsync(send: false);
        await using var sender = await service.ReplicaAsync(Patient, ("Mail:Farewell", "00:00:01"));
        service.Sink.Faults.Enqueue(SmtpFault.Stall);
        await service.PlanAsync(Guid.NewGuid());
        await Eventually.TrueAsync(() => service.Sink.Begun == 1, "it is on its way");

        var clock = Stopwatch.StartNew();
        await sender.StopAsync(Cancellation);

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
        Assert.Equal("waiting", await service.ScalarAsync<string>("select state from deliveries"));
    }
}
