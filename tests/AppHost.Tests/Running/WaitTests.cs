using Aspire.Hosting.Orchestration;
using PfP.AppHost.Tests.Support;

namespace PfP.AppHost.Tests.Running;

public sealed class WaitTests(SmallApplication small)
{
    private readonly RunningApplication _application = small.Application;

    [Fact]
    public async Task Resource_WhenDependencyIsNotHealthyYet_WaitsForIt()
    {
        await _application.WaitAsync(() => _application.Find("slow").Snapshot.Health.Values.Any(health => health.Problem == "/ answered 503, not 200."));
        Assert.Equal(KnownResourceStates.Waiting, _application.Find("patient").Snapshot.State);

        await File.WriteAllTextAsync(_application.Folder["healthy"], "", TestContext.Current.CancellationToken);
        await _application.WaitForAsync("patient", KnownResourceStates.Running);

        Assert.True(_application.Find("slow").IsHealthy);
        Assert.Contains(_application.Find("patient").Log.ReadAfter(0), line => line.Text.EndsWith("Waiting for slow to be healthy.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Resource_ThatLetsOthersFirst_StartsAfterThem()
    {
        var (registry, other, modest) = OneThatLetsAnotherFirst();

        var waiting = new DependencyWaits(registry, TimeSpan.FromHours(1)).WaitAsync(modest, TestContext.Current.CancellationToken);
        Assert.Equal(KnownResourceStates.Waiting, modest.Snapshot.State);
        Assert.False(waiting.IsCompleted);

        registry.Update(other, snapshot => snapshot with { State = KnownResourceStates.Running });
        await waiting;
        Assert.EndsWith("Lets other start first.", Assert.Single(modest.Log.ReadAfter(0)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resource_ThatLetsOthersFirst_DoesNotDependOnThem()
    {
        var (registry, _, modest) = OneThatLetsAnotherFirst();

        await new DependencyWaits(registry, TimeSpan.FromMilliseconds(100)).WaitAsync(modest, TestContext.Current.CancellationToken);

        Assert.Collection(
            modest.Log.ReadAfter(0),
            line => Assert.EndsWith("Lets other start first.", line.Text, StringComparison.Ordinal),
            line => Assert.EndsWith("Waits no longer.", line.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Resource_WhenTaskEndsWell_StartsAfterIt()
    {
        await _application.WaitForAsync("after-task", KnownResourceStates.Running);

        Assert.Equal(KnownResourceStates.Finished, _application.Find("task").Snapshot.State);
    }

    [Fact]
    public async Task Resource_WhenTaskFails_FailsToStart()
    {
        await _application.WaitForAsync("after-failing-task", KnownResourceStates.FailedToStart);

        Assert.Null(_application.Find("after-failing-task").Snapshot.Pid);
        Assert.Contains(
            _application.Find("after-failing-task").Log.ReadAfter(0),
            line => line.Text.EndsWith("failing-task, which it waits for, ended otherwise than to end with exit code 0.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Resource_WhenStoppedWhileItWaits_DoesNotStart()
    {
        await _application.WaitForAsync("stopped-while-waiting", KnownResourceStates.Waiting);

        await _application.Control("stopped-while-waiting").StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(KnownResourceStates.Finished, _application.Find("stopped-while-waiting").Snapshot.State);
        Assert.Null(_application.Find("stopped-while-waiting").Snapshot.Pid);
    }

    private static (ResourceRegistry Registry, ResourceInstance Other, ResourceInstance Modest) OneThatLetsAnotherFirst()
    {
        var other = new ExecutableResource("other", "true", "/tmp");
        var modest = new ExecutableResource("modest", "true", "/tmp");
        modest.Annotations.Add(new LetFirstAnnotation(other));
        var registry = new ResourceRegistry([other, modest]);
        return (registry, registry.Of(other).Single(), registry.Of(modest).Single());
    }
}
