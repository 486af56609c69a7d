using PfP.AppHost.Tests.Support;

namespace PfP.AppHost.Tests.Running;

public sealed class WaitTests
{
    [Fact]
    public async Task Resource_WhenDependencyIsNotHealthyYet_WaitsForIt()
    {
        await using var application = await RunningApplication.StartAsync((builder, folder) =>
        {
            var server = builder.AddWebServer("server").WithEnvironment("HEALTHY", folder["healthy"]);
            builder.AddWorker("client").WaitFor(server);
        });
        await application.WaitAsync(() => application.Find("server").Snapshot.Health.Values.Any(health => health.Problem == "/ answered 503, not 200."));
        Assert.Equal(KnownResourceStates.Waiting, application.Find("client").Snapshot.State);

        await File.WriteAllTextAsync(application.Folder["healthy"], "", TestContext.Current.CancellationToken);
        await application.WaitForAsync("client", KnownResourceStates.Running);

        Assert.True(application.Find("server").IsHealthy);
        Assert.Contains(application.Find("client").Log.ReadAfter(0), line => line.Text.Contains("Waiting for server to be healthy.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Resource_WhenTaskEndsWell_StartsAfterIt()
    {
        await using var application = await RunningApplication.StartAsync((builder, folder) =>
        {
            var task = builder.AddScript("task", $"touch {folder["done"]}");
            builder.AddScript("service", $"[ -e {folder["done"]} ] && exec sleep 1000").WaitForCompletion(task);
        });

        await application.WaitForAsync("service", KnownResourceStates.Running);

        Assert.Equal(KnownResourceStates.Finished, application.Find("task").Snapshot.State);
    }

    [Fact]
    public async Task Resource_WhenTaskFails_FailsToStart()
    {
        await using var application = await RunningApplication.StartAsync(builder =>
        {
            var task = builder.AddScript("task", "exit 4");
            builder.AddWorker("service").WaitForCompletion(task);
        });

        await application.WaitForAsync("service", KnownResourceStates.FailedToStart);

        Assert.Null(application.Find("service").Snapshot.Pid);
        Assert.Contains(application.Find("service").Log.ReadAfter(0), line => line.Text.EndsWith("task, which it waits for, ended otherwise than to end with exit code 0.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Resource_WhenStoppedWhileItWaits_DoesNotStart()
    {
        await using var application = await RunningApplication.StartAsync((builder, folder) =>
        {
            var server = builder.AddWebServer("server").WithEnvironment("HEALTHY", folder["never"]);
            builder.AddWorker("client").WaitFor(server);
        });
        await application.WaitForAsync("client", KnownResourceStates.Waiting);

        await application.Control("client").StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(KnownResourceStates.Finished, application.Find("client").Snapshot.State);
        Assert.Null(application.Find("client").Snapshot.Pid);
    }
}
