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
        await using var backing = await Backing.NewAsync();
        await using var service = await NoteService.StartAsync(backing, dispatch: false);
        await service.MigratedAsync();
        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NoteDbContext>();
        var woken = WaitAsync(service);

        await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
        db.Publish(new NoteWritten(Guid.CreateVersion7(), 1, "Remittances"));
        await db.SaveChangesAsync(Cancellation);
        var before = woken.IsCompleted;
        await transaction.CommitAsync(Cancellation);

        Assert.False(before);
        await woken.WaitAsync(Long, Cancellation);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Event_WithoutATransactionOfItsOwn_Wakes_BesideState_AndAlone(bool isAlone)
    {
        await using var backing = await Backing.NewAsync();
        await using var service = await NoteService.StartAsync(backing, dispatch: false);
        await service.MigratedAsync();
        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NoteDbContext>();
        var (id, woken) = (Guid.CreateVersion7(), WaitAsync(service));
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
        await using var backing = await Backing.NewAsync();
        await using var service = await NoteService.StartAsync(backing, dispatch: false);
        await service.MigratedAsync();
        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NoteDbContext>();
        var woken = WaitAsync(service);

        db.Notes.Add(new(Guid.CreateVersion7(), "Remittances"));
        await db.SaveChangesAsync(Cancellation);

        Assert.False(woken.IsCompleted);
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

    private static Task WaitAsync(NoteService service) => service.Services.GetRequiredService<OutboxSignal>().WaitAsync(Long, Cancellation);
}
