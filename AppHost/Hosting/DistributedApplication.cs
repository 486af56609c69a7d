using System.Runtime.InteropServices;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration;

namespace Aspire.Hosting;

/// <summary>The application that <c>Program.cs</c> has described.</summary>
public sealed class DistributedApplication
{
    private readonly HostSettings _settings;
    private readonly IReadOnlyList<IResource> _resources;

    internal DistributedApplication(HostSettings settings, IReadOnlyList<IResource> resources) => (_settings, _resources) = (settings, resources);

    public static IDistributedApplicationBuilder CreateBuilder() => CreateBuilder([]);

    public static IDistributedApplicationBuilder CreateBuilder(string[] args) => CreateBuilder(new DistributedApplicationOptions { Args = args });

    public static IDistributedApplicationBuilder CreateBuilder(DistributedApplicationOptions options) => new DistributedApplicationBuilder(options);

    /// <summary>Runs until Ctrl+C or SIGTERM; what the user can put right is told in one line, and the exit code says that it failed.</summary>
    public void Run()
    {
        try
        {
            RunAsync().GetAwaiter().GetResult();
        }
        catch (DistributedApplicationException exception)
        {
            Console.Error.WriteLine($"Error: {exception.Message}");
            Environment.ExitCode = 1;
        }
    }

    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, StopOnce);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, StopOnce);
        var console = new ConsoleReporter(Console.Out, _settings.StartedAt);
        await using var host = new ApplicationHost(_settings, _resources, console);
        try
        {
            await host.StartAsync(stop.Token);
            await Task.WhenAny(host.OrchestratorExited, Task.Delay(Timeout.Infinite, stop.Token));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped while it was starting.
        }

        console.Tell(stop.IsCancellationRequested ? "Stopping." : "The orchestrator (DCP) has died; everything ends.");
        await host.StopAsync();
        if (!stop.IsCancellationRequested)
        {
            throw new DistributedApplicationException("The orchestrator (DCP) died, and all processes with it. The data is safe; start again.");
        }

        console.Tell("Stopped.");

        // A second signal ends this process at once, and DCP then ends the rest.
        void StopOnce(PosixSignalContext signal)
        {
            signal.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }
    }
}
