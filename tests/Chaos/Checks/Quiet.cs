using System.Diagnostics;
using Npgsql;
using RabbitMQ.Client.Exceptions;

namespace PfP.Chaos.Checks;

/// <summary>Waits until nothing is on its way any more.</summary>
internal static class Quiet
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(1);

    /// <param name="missingAsync">What is still on its way, or null.</param>
    /// <returns>How long it took, and what was still on its way when patience ended, if anything.</returns>
    public static async Task<(TimeSpan After, string? Missing)> WaitAsync(
        Func<CancellationToken, Task<string?>> missingAsync, TimeSpan atMost, Stage stage, CancellationToken cancellationToken)
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            var missing = await AskAsync(missingAsync, cancellationToken);
            if (missing is null || since.Elapsed > atMost)
            {
                stage.Log(missing is null ? $"quiet after {since.Elapsed.TotalSeconds:0.0} s" : $"not quiet after {since.Elapsed.TotalSeconds:0} s: {missing}");
                return (since.Elapsed, missing);
            }

            await Task.Delay(AskEvery, cancellationToken);
        }
    }

    private static async Task<string?> AskAsync(Func<CancellationToken, Task<string?>> missingAsync, CancellationToken cancellationToken)
    {
        try
        {
            return await missingAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is NpgsqlException or HttpRequestException or BrokerUnreachableException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return exception.Message;
        }
    }
}
