using Microsoft.Extensions.DependencyInjection;
using PfP.ServiceDefaults.Messaging;
using PfP.ServiceDefaults.Tests.Samples;
using PfP.Testing;

namespace PfP.ServiceDefaults.Tests.Messaging;

/// <summary>The dispatcher is woken when events can be seen, neither before that nor by anything else.</summary>
public sealed class OutboxSignalTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Event_OfATransaction_WakesAtItsCommit()
    {
        await using var process = await ProcessAsync();
        var db = process.Db;

        await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
        db.Publish(new NoteWritten(Guid.CreateVersion7(), 1, "Remittances"));
        await db.SaveChangesAsync(Cancellation);
        // Whoever begins to wait after a call need not wait.
        var woken = process.WokenAsync();
        Assert.False(woken.IsCompleted);
        await transaction.CommitAsync(Cancellation);

        await woken.WaitAsync(Long, Cancellation);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Event_WithoutATransactionOfItsOwn_Wakes_BesideState_AndAlone(bool isAlone)
    {
        await using var process = await ProcessAsync();
        var db = process.Db;
        var (id, woken) = (Guid.CreateVersion7(), process.WokenAsync());
        if (!isAlone)
        {
            db.Notes.Add(new(id, "Remittances"));
        }

        db.Publish(new NoteWritten(id, 1, "Remittances"));
        await db.SaveChangesAsync(Cancellation);

        await woken.WaitAsync(Long, Cancellation);
    }

    [Fact]
    public async Task State_WithoutAnEvent_WakesNobody()
    {
        await using var process = await ProcessAsync();
        var db = process.Db;

        db.Notes.Add(new(Guid.CreateVersion7(), "Remittances"));
        await db.SaveChangesAsync(Cancellation);

        Assert.False(process.WokenAsync().IsCompleted);
    }

    [Fact]
    public async Task Event_OfAnotherProcess_IsFoundWithoutBeingTold()
    {
        await using var backing = await Backing.NewAsync();
        await using var service = await NoteService.StartAsync(backing);
        await using var other = await NoteService.StartAsync(backing, dispatch: false, consume: false);

        await other.WriteAsync();

        await Eventually.TrueAsync(async () => (await service.ReceivedAsync()).Length == 1, "its effect");
    }

    private static async Task<Undispatched> ProcessAsync()
    {
        var backing = await Backing.NewAsync();
        var service = await NoteService.StartAsync(backing, dispatch: false);
        await service.MigratedAsync();
        return new(backing, service, service.Services.CreateAsyncScope());
    }

    /// <summary>A process without the dispatcher, whom the test waits for instead.</summary>
    private sealed record Undispatched(Backing Backing, NoteService Service, AsyncServiceScope Scope) : IAsyncDisposable
    {
        public NoteDbContext Db { get; } = Scope.ServiceProvider.GetRequiredService<NoteDbContext>();

        public Task WokenAsync() => Service.Services.GetRequiredService<OutboxSignal>().WaitAsync(Long, Cancellation);

        public async ValueTask DisposeAsync()
        {
            await Scope.DisposeAsync();
            await Service.DisposeAsync();
            await Backing.DisposeAsync();
        }
    }
}
