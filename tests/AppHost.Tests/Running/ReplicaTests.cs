using System.Globalization;
using Aspire.Hosting.Orchestration;
using PfP.AppHost.Tests.Support;

namespace PfP.AppHost.Tests.Running;

public sealed class ReplicaTests(SmallApplication small)
{
    private readonly RunningApplication _application = small.Application;

    [Fact]
    public async Task Replicas_WhenOneIsKilled_TheOtherServesTheirPort()
    {
        var replicas = _application.Registry.Of(_application.Find("replicated").Resource).ToList();
        await _application.WaitAsync(() => replicas is [{ IsHealthy: true }, { IsHealthy: true }]);
        using var http = new HttpClient { BaseAddress = new Uri(_application.Find("replicated").Resource.GetEndpoints().Single().Url) };
        var answered = new HashSet<string>();
        await Eventually.HoldsAsync(async () =>
        {
            answered.Add(await http.GetStringAsync("/", TestContext.Current.CancellationToken));
            return answered.Count == 2;
        }, TimeSpan.FromSeconds(20), () => "only one replica answers");

        ProcessSignals.Kill(replicas[0].Snapshot.Pid!.Value);
        await _application.WaitAsync(() => replicas[0].Snapshot.State == KnownResourceStates.Exited);

        var survivor = replicas[1].Snapshot.Pid!.Value.ToString(CultureInfo.InvariantCulture);
        Assert.Equal(survivor, await http.GetStringAsync("/", TestContext.Current.CancellationToken));
        Assert.Equal(survivor, await http.GetStringAsync("/", TestContext.Current.CancellationToken));
    }
}
