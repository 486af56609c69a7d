using Microsoft.Extensions.DependencyInjection;
using PfP.ServiceDefaults.Messaging;
using PfP.ServiceDefaults.Tests.Samples;
using PfP.Testing;

namespace PfP.ServiceDefaults.Tests.Messaging;

public sealed class OutboxTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Publish_WhenStateIsCommitted_ReachesHandlerOnce()
    {
        await using var backing = await Backing.NewAsync();
        await using var service = await NoteService.StartAsync(backing);

        var ids = await service.WriteAsync(3);

        await Eventually.TrueAsync(async () => (await service.ReceivedAsync()).Length == 3, "three effects");
        Assert.Equal(ids.Order(), (await service.ReceivedAsync()).Select(note => note.NoteId).Order());
        await Eventually.TrueAsync(async () => await service.ScalarAsync<long>("select count(*) from outbox where sent_at is null or body is not null") == 0, "an empty outbox");
    }

    [Fact]
    public async Task Publish_WhenStateIsRolledBack_SendsNothing()
    {
        await using var backing = await Backing.NewAsync();
        await using var service = await NoteService.StartAsync(backing);
        await service.MigratedAsync();
        await using (var scope = service.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<NoteDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
            db.Publish(new NoteWritten(Guid.NewGuid(), 1, "Never said"));
            await db.SaveChangesAsync(Cancellation);
            await transaction.RollbackAsync(Cancellation);
        }

        // A later event that has arrived shows that the earlier one would have, too.
        var ids = await service.WriteAsync();
        await Eventually.TrueAsync(async () => (await service.ReceivedAsync()).Length > 0, "the later event");

        Assert.Equal(ids, (await service.ReceivedAsync()).Select(note => note.NoteId));
        Assert.Equal(1, await service.ScalarAsync<long>("select count(*) from outbox"));
    }

    [Fact]
    public async Task Dispatch_WhenTwoReplicasRun_SendsEachMessageOnce()
    {
        await using var backing = await Backing.NewAsync();
        await using var first = await NoteService.StartAsync(backing);
        await using var second = await NoteService.StartAsync(backing);

        await first.WriteAsync(300);
        await second.WriteAsync(300);

        await Eventually.TrueAsync(async () => (await first.ReceivedAsync()).Length == 600, "600 effects");
        Assert.Equal(600, first.Probe.Deliveries.Count + second.Probe.Deliveries.Count);
    }

    [Fact]
    public async Task Dispatch_WhenProcessDiesBeforeMarking_RepeatsTheSameMessageWithoutASecondEffect()
    {
        await using var backing = await Backing.NewAsync();
        await using var service = await NoteService.StartAsync(backing);
        await service.WriteAsync();
        await Eventually.TrueAsync(async () => (await service.ReceivedAsync()).Length == 1, "the first delivery");
        await Eventually.TrueAsync(async () => await service.ScalarAsync<long>("select count(*) from outbox where sent_at is not null") == 1, "the mark");

        // What a dispatcher leaves that died between confirmation and mark.
        await service.ExecuteAsync("""
            update outbox set sent_at = null, next_attempt_at = now(),
                body = json_build_object('noteId', (select note_id from received_note), 'version', 1, 'text', 'Remittances')
            """);

        await Eventually.TrueAsync(async () => await service.ScalarAsync<int>("select attempts from outbox where sent_at is not null") == 2, "the repetition");
        await Eventually.TrueAsync(() => service.Probe.Observed.Count == 2, "its delivery");
        Assert.Single(await service.ReceivedAsync());
        Assert.Single(service.Probe.Deliveries);
    }

    [Fact]
    public async Task Dispatch_WhenLeaseOfADeadDispatcherEnds_TakesItsRows()
    {
        await using var backing = await Backing.NewAsync();
        await using var service = await NoteService.StartAsync(backing, dispatch: false);
        await service.WriteAsync(2);
        var store = service.Services.GetRequiredService<OutboxStore>();

        Assert.Equal(2, (await store.ClaimAsync(10, Cancellation)).Count);
        Assert.Empty(await store.ClaimAsync(10, Cancellation));
        await service.ExecuteAsync("update outbox set next_attempt_at = next_attempt_at - interval '1 minute'");

        Assert.Equal(2, (await store.ClaimAsync(10, Cancellation)).Count);
    }

    [Fact]
    public async Task Dispatch_WhenNoQueueTakesTheEvent_KeepsItAndTriesAgain()
    {
        await using var backing = await Backing.NewAsync();
        await using var service = await NoteService.StartAsync(backing);
        await service.MigratedAsync();
        await using (var scope = service.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<NoteDbContext>();
            db.Publish(new NoteLost(Guid.NewGuid()));
            await db.SaveChangesAsync(Cancellation);
        }

        await Eventually.TrueAsync(async () => await service.ScalarAsync<int>("select attempts from outbox") >= 2, "a second attempt");
        Assert.Equal(1, await service.ScalarAsync<long>("select count(*) from outbox where sent_at is null and body is not null"));
        Assert.StartsWith("MessageReturnedException", await service.ScalarAsync<string>("select last_error from outbox"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispatch_WhenTwoThousandWait_DrainsInSeconds()
    {
        await using var backing = await Backing.NewAsync();
        await using var service = await NoteService.StartAsync(backing);

        await service.WriteAsync(2000);

        await Eventually.TrueAsync(
            async () => await service.ScalarAsync<long>("select count(*) from outbox where sent_at is null") == 0, "an empty outbox", TimeSpan.FromSeconds(20));
        await Eventually.TrueAsync(async () => (await service.ReceivedAsync()).Length == 2000, "2,000 effects", TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Sweep_WhenRowsAreOld_KeepsThirtyDaysAndEverythingUnsent()
    {
        await using var backing = await Backing.NewAsync();
        await using var service = await NoteService.StartAsync(backing, dispatch: false);
        await service.WriteAsync(3);
        await service.ExecuteAsync("update outbox set created_at = now() - interval '40 days'");
        await service.ExecuteAsync("update outbox set sent_at = now() - interval '31 days' where id = (select id from outbox order by id limit 1)");
        await service.ExecuteAsync("update outbox set sent_at = now() - interval '29 days' where id = (select id from outbox order by id desc limit 1)");

        await service.Services.GetRequiredService<OutboxStore>().SweepAsync(TimeSpan.FromDays(30), Cancellation);

        Assert.Equal(2, await service.ScalarAsync<long>("select count(*) from outbox"));
        Assert.Equal(1, await service.ScalarAsync<long>("select count(*) from outbox where sent_at is null"));
    }
}
