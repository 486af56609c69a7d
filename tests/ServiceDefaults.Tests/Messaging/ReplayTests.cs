using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using PfP.ServiceDefaults.Tests.Samples;
using PfP.Testing;
using PfP.Testing.Servers;

namespace PfP.ServiceDefaults.Tests.Messaging;

public sealed class ReplayTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Replay_WhenAsked_HandsOverEveryEventInOrderAndEnds()
    {
        await using var backing = await Backing.NewAsync();
        await using var service = await NoteService.StartAsync(backing);
        service.Probe.ReplayLength = 1000;

        var (count, versions) = await ReplayAsync(service);

        Assert.Equal(1000, count);
        Assert.Equal(Enumerable.Range(0, 1000), versions);
        await Eventually.TrueAsync(
            async () => (await (await TestRabbit.SharedAsync).QueuesAsync(backing.Messaging)).Keys.All(name => !name.StartsWith("notes-replay-0", StringComparison.Ordinal)),
            "no queue left behind");
    }

    [Fact]
    public async Task Replay_WhenProducerStartsLater_Waits()
    {
        await using var backing = await Backing.NewAsync();
        await using var asker = await NoteService.StartAsync(backing, consume: false);
        var replay = ReplayAsync(asker);
        await Eventually.TrueAsync(async () => (await (await TestRabbit.SharedAsync).QueuesAsync(backing.Messaging)).ContainsKey("notes-replay-requested"), "the request");

        await using var producer = await NoteService.StartAsync(backing);

        var versions = (await replay).Versions;
        Assert.Equal([0, 1, 2], versions);
    }

    [Fact]
    public async Task Replay_WhenProducerDiesInTheMiddle_StartsAgainElsewhere()
    {
        await using var backing = await Backing.NewAsync();
        await using var asker = await NoteService.StartAsync(backing, consume: false);
        var dying = await NoteService.StartAsync(backing);
        dying.Probe.ReplayGate = (2, new());
        var replay = ReplayAsync(asker);
        await Eventually.TrueAsync(() => dying.Probe.ReplaysBegun == 1, "the first attempt");

        await dying.DisposeAsync();
        await using var heir = await NoteService.StartAsync(backing);

        var (count, versions) = await replay;
        Assert.Equal(3, count);
        Assert.Equal([0, 1, 2], versions[^3..]);
    }

    [Fact]
    public async Task Replay_WhenProducerFails_StartsAgain()
    {
        await using var backing = await Backing.NewAsync();
        await using var service = await NoteService.StartAsync(backing);
        service.Probe.ReplayGate = (2, new());
        var replay = ReplayAsync(service);
        await Eventually.TrueAsync(() => service.Probe.ReplaysBegun == 1, "the first attempt");

        // What the broker's client throws when a confirmation does not come in time.
        var gate = service.Probe.ReplayGate.Value.Gate;
        service.Probe.ReplayGate = null;
        gate.SetException(new TaskCanceledException());

        var (count, versions) = await replay.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        Assert.Equal(3, count);
        Assert.Equal([0, 1, 2], versions[^3..]);
    }

    [Fact]
    public async Task Replay_WhenBrokerRestarts_IsNotForgotten()
    {
        await using var rabbit = await TestRabbit.StartAsync(durable: true);
        var database = await (await TestPostgres.SharedAsync).CreateDatabaseAsync();
        var backing = new Backing(database, rabbit.Address.ToString());
        await using var service = await NoteService.StartAsync(backing);
        service.Probe.ReplayGate = (2, new());
        var replay = ReplayAsync(service);
        await Eventually.TrueAsync(() => service.Probe.ReplaysBegun == 1, "the first attempt");

        await rabbit.KillAsync();
        service.Probe.ReplayGate.Value.Gate.SetResult();
        await rabbit.StartAgainAsync();

        var (count, versions) = await replay.WaitAsync(TimeSpan.FromMinutes(2), Cancellation);
        Assert.Equal(3, count);
        Assert.Equal([0, 1, 2], versions.Distinct().Order());
    }

    [Fact]
    public async Task Replay_WhenHandlerThrows_EndsWithThatException()
    {
        await using var backing = await Backing.NewAsync();
        await using var service = await NoteService.StartAsync(backing);

        await Assert.ThrowsAsync<NotSupportedException>(() =>
            service.Services.GetRequiredService<ReplayClient>().RunAsync("notes", (_, _, _) => throw new NotSupportedException(), Cancellation));
    }

    private static async Task<(int Count, int[] Versions)> ReplayAsync(NoteService asker)
    {
        var seen = new ConcurrentQueue<int>();
        var count = await asker.Services.GetRequiredService<ReplayClient>().RunAsync(
            "notes",
            (message, _, _) =>
            {
                seen.Enqueue(((NoteWritten)message).Version);
                return Task.CompletedTask;
            },
            Cancellation);
        return (count, [.. seen]);
    }
}
