using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using PfP.ServiceDefaults.Errors;

namespace PfP.ServiceDefaults;

/// <summary>How a background service works on its database now and again, and outlives whatever happens to that.</summary>
public static partial class RepeatedWork
{
    /// <summary>
    /// Waits for the tables and then works every so often, until it is stopped. Work that fails because the database is away or restarts, or
    /// because somebody else was faster, is done the next time.
    /// </summary>
    /// <param name="clock">The business clock for work that follows the calendar, so that a day that begins there wakes it; else the system's.</param>
    /// <param name="atOnce">Whether it works right after the start, too, and not only once the first while is over.</param>
    public static async Task RepeatAsync(
        this DatabaseState state, Func<CancellationToken, Task> work, TimeSpan every, TimeProvider clock, ILogger logger, CancellationToken stoppingToken, bool atOnce = true)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(work);
        await state.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(every, clock);
        if (atOnce)
        {
            await TryAsync(work, logger, stoppingToken);
        }

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync(work, logger, stoppingToken);
        }
    }

    /// <summary>Waits for the tables and then works until it has succeeded once.</summary>
    public static async Task DoOnceAsync(this DatabaseState state, Func<CancellationToken, Task> work, TimeSpan tryAgainAfter, ILogger logger, CancellationToken stoppingToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(work);
        await state.WaitAsync(stoppingToken);
        while (!await TryAsync(work, logger, stoppingToken))
        {
            await Task.Delay(tryAgainAfter, TimeProvider.System, stoppingToken);
        }
    }

    private static async Task<bool> TryAsync(Func<CancellationToken, Task> work, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
            return true;
        }
        // EF Core wraps what passes by itself in an InvalidOperationException.
        catch (Exception exception) when (Transient.IsTransient(exception) || exception is NpgsqlException or DbUpdateException)
        {
            LogPostponed(logger, exception.GetBaseException().Message);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Put off until the next time, the database does not answer or somebody was faster: {Reason}")]
    private static partial void LogPostponed(ILogger logger, string reason);
}
