using Aspire.Hosting.Orchestration;
using PfP.AppHost.Tests.Support;

namespace PfP.AppHost.Tests.Running;

public sealed class ProcessTests(SmallApplication small)
{
    private readonly RunningApplication _application = small.Application;

    [Fact]
    public async Task Process_WhenItCrashes_IsShownAndCanBeStartedAgain()
    {
        await _application.WaitForAsync("crashing", KnownResourceStates.Exited);
        Assert.True(_application.Find("crashing").Snapshot is { ExitCode: 3, IsFailure: true });
        await Eventually.HoldsAsync(() => _application.Console.Contains("crashing ended with exit code 3", StringComparison.Ordinal), TimeSpan.FromSeconds(5), () => _application.Console);
        await Eventually.HoldsAsync(() => _application.Find("crashing").Log.ReadAfter(0).Any(line => line.IsError && line.Text.EndsWith("out of luck", StringComparison.Ordinal)), TimeSpan.FromSeconds(5), () => "no log");

        await File.WriteAllTextAsync(_application.Folder["repaired"], "", TestContext.Current.CancellationToken);
        await _application.Control("crashing").StartAsync(TestContext.Current.CancellationToken);
        await _application.WaitForAsync("crashing", KnownResourceStates.Running);

        Assert.Null(_application.Find("crashing").Snapshot.ExitCode);
    }

    [Fact]
    public async Task Process_WhenKilled_IsShownAsExited()
    {
        await _application.WaitForAsync("killed", KnownResourceStates.Running);

        using var process = ProcessTable.Find((int)_application.Find("killed").Snapshot.Pid!);
        process!.Kill();

        await _application.WaitForAsync("killed", KnownResourceStates.Exited);
        Assert.True(_application.Find("killed").Snapshot.IsFailure);
    }

    [Fact]
    public async Task Process_WhenStoppedAndStarted_KeepsItsPort()
    {
        await _application.WaitUntilHealthyAsync("server");
        using var http = new HttpClient { BaseAddress = new Uri(_application.Find("server").Resource.GetEndpoints().Single().Url) };
        var before = await http.GetStringAsync("/", TestContext.Current.CancellationToken);

        await _application.Control("server").StopAsync(TestContext.Current.CancellationToken);
        Assert.True(_application.Find("server").Snapshot is { IsOver: true, IsFailure: false });
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetStringAsync("/", TestContext.Current.CancellationToken));

        await _application.Control("server").StartAsync(TestContext.Current.CancellationToken);
        await _application.WaitUntilHealthyAsync("server");
        Assert.NotEqual(before, await http.GetStringAsync("/", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Process_WhenRestarted_IsAnotherProcess()
    {
        await _application.WaitForAsync("restarted", KnownResourceStates.Running);
        var before = _application.Find("restarted").Snapshot.Pid;

        await _application.Control("restarted").RestartAsync(TestContext.Current.CancellationToken);
        await _application.WaitForAsync("restarted", KnownResourceStates.Running);

        Assert.NotEqual(before, _application.Find("restarted").Snapshot.Pid);
    }

    [Fact]
    public async Task Process_WhenProgramIsMissing_FailsToStartAndSaysWhy()
    {
        await _application.WaitForAsync("missing", KnownResourceStates.FailedToStart);

        Assert.Contains(_application.Find("missing").Log.ReadAfter(0), line => line.Text.EndsWith("The program 'no-such-program' is not on the PATH.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Process_WhenKilledBeforeItsChildren_TakesThemAlong()
    {
        await _application.WaitForAsync("killed-with-child", KnownResourceStates.Running);

        ProcessSignals.Kill(_application.Find("killed-with-child").Snapshot.Pid!.Value);

        await _application.WaitForAsync("killed-with-child", KnownResourceStates.Exited);
    }
}
