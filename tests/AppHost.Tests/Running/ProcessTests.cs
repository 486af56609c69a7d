using PfP.AppHost.Tests.Support;

namespace PfP.AppHost.Tests.Running;

public sealed class ProcessTests
{
    [Fact]
    public async Task Process_WhenItCrashes_IsShownAndCanBeStartedAgain()
    {
        await using var application = await RunningApplication.StartAsync((builder, folder) =>
            builder.AddScript("service", $"[ -e {folder["repaired"]} ] && exec sleep 1000; echo 'out of luck' >&2; exit 3"));
        await application.WaitForAsync("service", KnownResourceStates.Exited);
        Assert.True(application.Find("service").Snapshot is { ExitCode: 3, IsFailure: true });
        await Eventually.HoldsAsync(() => application.Console.Contains("service ended with exit code 3", StringComparison.Ordinal), TimeSpan.FromSeconds(5), () => application.Console);
        await Eventually.HoldsAsync(() => application.Find("service").Log.ReadAfter(0).Any(line => line.IsError && line.Text.EndsWith("out of luck", StringComparison.Ordinal)), TimeSpan.FromSeconds(5), () => "no log");

        await File.WriteAllTextAsync(application.Folder["repaired"], "", TestContext.Current.CancellationToken);
        await application.Control("service").StartAsync(TestContext.Current.CancellationToken);
        await application.WaitForAsync("service", KnownResourceStates.Running);

        Assert.Null(application.Find("service").Snapshot.ExitCode);
    }

    [Fact]
    public async Task Process_WhenKilled_IsShownAsExited()
    {
        await using var application = await RunningApplication.StartAsync(builder => builder.AddWorker("service"));
        await application.WaitForAsync("service", KnownResourceStates.Running);

        using var process = ProcessTable.Find((int)application.Find("service").Snapshot.Pid!);
        process!.Kill();

        await application.WaitForAsync("service", KnownResourceStates.Exited);
        Assert.True(application.Find("service").Snapshot.IsFailure);
    }

    [Fact]
    public async Task Process_WhenStoppedAndStarted_KeepsItsPort()
    {
        await using var application = await RunningApplication.StartAsync(builder => builder.AddWebServer("server"));
        await application.WaitUntilHealthyAsync("server");
        using var http = new HttpClient { BaseAddress = new Uri(application.Find("server").Resource.GetEndpoints().Single().Url) };
        var before = await http.GetStringAsync("/", TestContext.Current.CancellationToken);

        await application.Control("server").StopAsync(TestContext.Current.CancellationToken);
        Assert.True(application.Find("server").Snapshot is { IsOver: true, IsFailure: false });
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetStringAsync("/", TestContext.Current.CancellationToken));

        await application.Control("server").StartAsync(TestContext.Current.CancellationToken);
        await application.WaitUntilHealthyAsync("server");
        Assert.NotEqual(before, await http.GetStringAsync("/", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Process_WhenRestarted_IsAnotherProcess()
    {
        await using var application = await RunningApplication.StartAsync(builder => builder.AddWorker("worker"));
        await application.WaitForAsync("worker", KnownResourceStates.Running);
        var before = application.Find("worker").Snapshot.Pid;

        await application.Control("worker").RestartAsync(TestContext.Current.CancellationToken);
        await application.WaitForAsync("worker", KnownResourceStates.Running);

        Assert.NotEqual(before, application.Find("worker").Snapshot.Pid);
    }

    [Fact]
    public async Task Process_WhenProgramIsMissing_FailsToStartAndSaysWhy()
    {
        await using var application = await RunningApplication.StartAsync(builder => builder.AddExecutable("service", "no-such-program", "/tmp"));

        await application.WaitForAsync("service", KnownResourceStates.FailedToStart);

        Assert.Contains(application.Find("service").Log.ReadAfter(0), line => line.Text.EndsWith("The program 'no-such-program' is not on the PATH.", StringComparison.Ordinal));
    }
}
