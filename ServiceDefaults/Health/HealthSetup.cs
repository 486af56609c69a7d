using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace PfP.ServiceDefaults.Health;

/// <summary>/health/live: the process answers. /health/ready: its database, migrations and broker are there.</summary>
internal static class HealthSetup
{
    /// <summary>Checks with this tag make up readiness.</summary>
    public const string Ready = "ready";

    public static void AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks();
        // Whoever waits for something says so in the log once a second at most; every probe repeating it with a stack trace helps nobody.
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", Options(_ => false)).ExcludeFromDescription();
        app.MapHealthChecks("/health/ready", Options(check => check.Tags.Contains(Ready))).ExcludeFromDescription();
    }

    private static HealthCheckOptions Options(Func<HealthCheckRegistration, bool> predicate) => new()
    {
        Predicate = predicate,
        ResponseWriter = WriteAsync,
        // Degraded still serves: an outbox that is behind is news for an operator, not for a load balancer.
        ResultStatusCodes = { [HealthStatus.Degraded] = StatusCodes.Status200OK },
    };

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        // Exception texts stay in the log: this address is public behind a careless proxy.
        var checks = report.Entries.ToDictionary(entry => entry.Key, entry => new HealthEntry(entry.Value.Status.ToString(), entry.Value.Description));
        return context.Response.WriteAsJsonAsync(new HealthAnswer(report.Status.ToString(), checks), context.RequestAborted);
    }

    private sealed record HealthAnswer(string Status, IReadOnlyDictionary<string, HealthEntry> Checks);

    private sealed record HealthEntry(string Status, string? Description);
}
