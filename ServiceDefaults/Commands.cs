using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using PfP.ServiceDefaults.Data;

namespace PfP.ServiceDefaults;

/// <summary>Operators' commands that use a service's own code and database beside the running service.</summary>
public static class Commands
{
    private static readonly ActivitySource Activities = new("PfP.Commands");

    /// <summary>
    /// Runs <paramref name="command"/> in a scope, with telemetry and an up-to-date schema but without web server, consumers and dispatcher,
    /// and returns its exit code. Events it publishes are dispatched by the running service.
    /// </summary>
    public static async Task<int> RunCommandAsync(
        this WebApplication app, string name, Func<IServiceProvider, CancellationToken, Task<int>> command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(command);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ConsoleCancelEventHandler onCancel = (_, key) =>
        {
            key.Cancel = true;
            stop.Cancel();
        };
        Console.CancelKeyPress += onCancel;
        await using (app)
        {
            _ = app.Services.GetService<OpenTelemetrySdk>()?.TracerProvider;
            using var activity = Activities.StartActivity(name);
            await PrepareDatabaseAsync(app.Services, stop.Token);
            await using var scope = app.Services.CreateAsyncScope();
            try
            {
                return await command(scope.ServiceProvider, stop.Token);
            }
            finally
            {
                Console.CancelKeyPress -= onCancel;
            }
        }
    }

    private static async Task PrepareDatabaseAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetServices<IHostedService>().OfType<MigrationService>().SingleOrDefault() is { } migrations)
        {
            await migrations.StartAsync(cancellationToken);
            await services.GetRequiredService<DatabaseState>().WaitAsync(cancellationToken);
        }
    }
}
