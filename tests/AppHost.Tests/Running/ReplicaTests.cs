using System.Globalization;
using PfP.AppHost.Tests.Support;

namespace PfP.AppHost.Tests.Running;

public sealed class ReplicaTests
{
    [Fact]
    public async Task Replicas_WhenOneIsKilled_TheOtherServesTheirPort()
    {
        await using var application = await RunningApplication.StartAsync(builder => builder.AddWebServer("server").WithAnnotation(new ReplicaAnnotation(2)));
        await application.WaitAsync(() => application.Registry.Instances is [{ IsHealthy: true }, { IsHealthy: true }]);
        Assert.Equal(2, application.Registry.Instances.Select(instance => instance.Id).Distinct().Count());
        using var http = new HttpClient { BaseAddress = new Uri(application.Find("server").Resource.GetEndpoints().Single().Url) };
        var answered = new HashSet<string>();
        await Eventually.HoldsAsync(async () =>
        {
            answered.Add(await http.GetStringAsync("/", TestContext.Current.CancellationToken));
            return answered.Count == 2;
        }, TimeSpan.FromSeconds(20), () => "only one replica answers");

        using var process = ProcessTable.Find((int)application.Registry.Instances[0].Snapshot.Pid!);
        process!.Kill();
        await application.WaitAsync(() => application.Registry.Instances[0].Snapshot.State == KnownResourceStates.Exited);

        var survivor = application.Registry.Instances[1].Snapshot.Pid!.Value.ToString(CultureInfo.InvariantCulture);
        Assert.Equal(survivor, await http.GetStringAsync("/", TestContext.Current.CancellationToken));
        Assert.Equal(survivor, await http.GetStringAsync("/", TestContext.Current.CancellationToken));
    }
}
