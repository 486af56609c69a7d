using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PfP.ServiceDefaults.Reports;

/// <summary>Deletes the addresses of readers who reported something, once there has been time enough to answer them.</summary>
public sealed class ForgetReporters(IServiceScopeFactory scopes, DatabaseState state, TimeProvider clock, ILogger<ForgetReporters> logger) : BackgroundService
{
    public static readonly TimeSpan Keep = TimeSpan.FromDays(90);

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Of the reports that were closed so long before that time.</summary>
    public async Task ForgetAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var until = now - Keep;
        await scope.ServiceProvider.GetRequiredService<IReportedPages>().Database.Set<ReaderReport>()
            .Where(report => report.Email != null && report.ClosedAt <= until)
            .ExecuteUpdateAsync(set => set.SetProperty(report => report.Email, (string?)null), cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        state.RepeatAsync(cancellationToken => ForgetAsync(clock.GetUtcNow(), cancellationToken), Every, clock, logger, stoppingToken);
}
