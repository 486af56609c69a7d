using PfP.AppHost.Tests.Support;

[assembly: AssemblyFixture(typeof(SmallApplication))]

namespace PfP.AppHost.Tests.Support;

/// <summary>One running application for all tests of single resources: each test has resources of its own in it.</summary>
public sealed class SmallApplication : IAsyncLifetime
{
    private RunningApplication? _application;

    internal RunningApplication Application => _application!;

    public async ValueTask InitializeAsync() => _application = await RunningApplication.StartAsync((builder, folder) =>
    {
        var slow = builder.AddWebServer("slow").WithEnvironment("HEALTHY", folder["healthy"]);
        builder.AddWorker("patient").WaitFor(slow);
        var never = builder.AddWebServer("never").WithEnvironment("HEALTHY", folder["never"]);
        builder.AddWorker("stopped-while-waiting").WaitFor(never);
        var task = builder.AddScript("task", $"touch {folder["done"]}");
        builder.AddScript("after-task", $"[ -e {folder["done"]} ] && exec sleep 1000").WaitForCompletion(task);
        var failing = builder.AddScript("failing-task", "exit 4");
        builder.AddWorker("after-failing-task").WaitForCompletion(failing);
        builder.AddScript("crashing", $"[ -e {folder["repaired"]} ] && exec sleep 1000; echo 'out of luck' >&2; exit 3");
        builder.AddWorker("killed");
        builder.AddScript("killed-with-child", "sleep 1000; exit 1");
        builder.AddWebServer("server");
        builder.AddWorker("restarted");
        builder.AddExecutable("missing", "no-such-program", "/tmp");
        builder.AddWebServer("replicated").WithAnnotation(new ReplicaAnnotation(2));
    });

    public async ValueTask DisposeAsync() => await (_application?.DisposeAsync() ?? ValueTask.CompletedTask);
}
