using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PfP.ServiceDefaults.Mail;
using PfP.ServiceDefaults.Tests.Samples;
using PfP.Testing;

namespace PfP.ServiceDefaults.Tests.Mail;

public sealed class PlanningTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Plan_WhenCommitted_SendsOneMail()
    {
        await using var service = await MailService.StartAsync();

        await service.PlanAsync(Guid.NewGuid());

        var mail = await service.Sink.NextAsync("reader@example.org");
        Assert.Equal(("A note was added", "pfp@example.org"), (mail.Subject, mail.From));
        await Eventually.TrueAsync(async () => await service.ScalarAsync<string>("select state from deliveries") == "sent", "the mark");
    }

    [Fact]
    public async Task Plan_WhenRepeated_SendsOneMail()
    {
        await using var service = await MailService.StartAsync();
        var (note, other) = (Guid.NewGuid(), Guid.NewGuid());

        await service.PlanAsync(note, note);
        await service.Sink.NextAsync("reader@example.org");
        await service.PlanAsync(note, other);

        await Eventually.TrueAsync(async () => await service.ScalarAsync<long>("select count(*) from deliveries where state = 'sent'") == 2, "two mails");
        Assert.Equal(2, service.Sink.Received.Count);
        Assert.Equal([note, other], service.Probe.Asked.Select(planned => planned.Subject));
    }

    [Fact]
    public async Task Plan_WhenRolledBack_SendsNothing()
    {
        await using var service = await MailService.StartAsync();
        await using (var scope = service.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<NoteDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
            await db.PlanMailAsync<NoteAdded>(Guid.Empty, Guid.NewGuid(), cancellationToken: Cancellation);
            await transaction.RollbackAsync(Cancellation);
        }

        // A later mail that has arrived shows that the earlier one would have, too.
        var later = Guid.NewGuid();
        await service.PlanAsync(later);
        await service.Sink.NextAsync("reader@example.org");

        Assert.Equal([later], service.Probe.Asked.Select(planned => planned.Subject));
    }

    [Fact]
    public async Task Plan_WhenOutsideATransaction_IsRefused()
    {
        await using var service = await MailService.StartAsync(send: false);
        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NoteDbContext>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.PlanMailAsync<NoteAdded>(Guid.Empty, Guid.NewGuid(), cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Claim_WhenMailIsDueLater_WaitsForBusinessTime()
    {
        await using var service = await MailService.StartAsync(send: false);
        await service.PlanAsync(Guid.NewGuid());
        await service.ExecuteAsync("update deliveries set due_at = due_at + interval '30 days'");
        var database = service.Services.GetRequiredService<NpgsqlDataSource>();

        Assert.Empty(await service.Store.ClaimAsync(10, Cancellation));
        Assert.Single(await new DeliveryStore(database, service.Services.GetRequiredService<IServiceScopeFactory>(), new MonthAhead()).ClaimAsync(10, Cancellation));
    }

    [Fact]
    public async Task Forget_WhenMemberIsErased_DeletesTheirDeliveriesOnly()
    {
        await using var service = await MailService.StartAsync(send: false);
        await service.PlanAsync(Guid.NewGuid(), Guid.NewGuid());
        await service.ExecuteAsync("update deliveries set recipient = gen_random_uuid() where id = (select id from deliveries order by id limit 1)");
        await using var scope = service.Services.CreateAsyncScope();

        await scope.ServiceProvider.GetRequiredService<NoteDbContext>().ForgetMailAsync(Guid.Empty, Cancellation);

        Assert.Equal(1, await service.ScalarAsync<long>("select count(*) from deliveries"));
    }

    private sealed class MonthAhead : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddDays(31);
    }
}
