using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace PfP.ServiceDefaults.Tests.Data;

/// <summary>A database that restarts ends no background service, and with it no process.</summary>
public sealed class RepeatedWorkTests
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_ThatTheDatabaseKeepsFrom_IsDoneTheNextTime()
    {
        var state = new DatabaseState();
        state.Migrated();
        var away = new NpgsqlException("Exception while reading from stream", new SocketException());
        // As it comes from Npgsql, and as EF Core wraps it.
        var failures = new Queue<Exception>([away, new InvalidOperationException("Likely due to a transient failure.", away)]);
        var done = new TaskCompletionSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var working = state.RepeatAsync(
            _ =>
            {
                if (failures.TryDequeue(out var failure))
                {
                    throw failure;
                }

                done.TrySetResult();
                return Task.CompletedTask;
            },
            Every, TimeProvider.System, NullLogger.Instance, stop.Token);

        Assert.Same(done.Task, await Task.WhenAny(done.Task, working));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => working);
    }

    [Fact]
    public async Task Work_WithAMistakeOfOurs_IsNotHidden()
    {
        var state = new DatabaseState();
        state.Migrated();

        await Assert.ThrowsAsync<InvalidOperationException>(() => state.RepeatAsync(
            _ => throw new InvalidOperationException("A mistake."), Every, TimeProvider.System, NullLogger.Instance, Cancellation));
    }

    [Fact]
    public async Task Work_WaitsForTheTables_AndForItsTime()
    {
        var state = new DatabaseState();
        var count = 0;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var working = state.RepeatAsync(
            _ =>
            {
                count++;
                return stop.CancelAsync();
            },
            Every, TimeProvider.System, NullLogger.Instance, stop.Token, atOnce: false);
        var before = count;

        state.Migrated();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => working);
        Assert.Equal((0, 1), (before, count));
    }
}
