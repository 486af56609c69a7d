using System.Diagnostics;

namespace PfP.Testing;

/// <summary>Waits for an effect that comes by itself.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Looks until <paramref name="condition"/> holds; fails with what was awaited when it does not in time.</summary>
    public static async Task TrueAsync(Func<Task<bool>> condition, string awaited, TimeSpan? patience = null)
    {
        var clock = Stopwatch.StartNew();
        while (!await condition())
        {
            if (clock.Elapsed > (patience ?? Patience))
            {
                throw new TimeoutException($"Not in time: {awaited}.");
            }

            await Task.Delay(Pause);
        }
    }

    public static Task TrueAsync(Func<bool> condition, string awaited, TimeSpan? patience = null) =>
        TrueAsync(() => Task.FromResult(condition()), awaited, patience);

    /// <summary>Repeats <paramref name="attempt"/> (with its assertions) until it stops throwing; then, or when time is up, so does this.</summary>
    public static async Task<T> SucceedsAsync<T>(Func<Task<T>> attempt, TimeSpan? patience = null)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return await attempt();
            }
            catch (Exception) when (clock.Elapsed < (patience ?? Patience))
            {
                await Task.Delay(Pause);
            }
        }
    }

    public static Task SucceedsAsync(Func<Task> attempt, TimeSpan? patience = null) => SucceedsAsync(
        async () =>
        {
            await attempt();
            return true;
        },
        patience);
}
