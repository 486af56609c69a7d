using System.Diagnostics;

namespace PfP.AppHost.Tests.Support;

/// <summary>For what other processes do, of which nobody sends word.</summary>
internal static class Eventually
{
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(100);

    public static Task<TimeSpan> HoldsAsync(Func<bool> condition, TimeSpan limit, Func<string> explain) =>
        HoldsAsync(() => Task.FromResult(condition()), limit, explain);

    /// <summary>Answers how long it took.</summary>
    public static async Task<TimeSpan> HoldsAsync(Func<Task<bool>> condition, TimeSpan limit, Func<string> explain)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(waited.Elapsed < limit, $"Not within {limit.TotalSeconds:0} seconds: {explain()}");
            await Task.Delay(s_poll, TestContext.Current.CancellationToken);
        }

        return waited.Elapsed;
    }
}
