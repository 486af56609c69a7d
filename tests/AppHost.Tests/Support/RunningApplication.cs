using Aspire.Hosting.Orchestration;

namespace PfP.AppHost.Tests.Support;

/// <summary>An application that runs in this process, on a DCP and a data folder of its own, without a dashboard.</summary>
internal sealed class RunningApplication : IAsyncDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _console = new();
    private readonly TextWriter _synchronized;
    private readonly ApplicationHost _host;

    private RunningApplication(Action<IDistributedApplicationBuilder, TemporaryFolder> describe)
    {
        var builder = CreateBuilder(_folder);
        describe(builder, _folder);
        _synchronized = TextWriter.Synchronized(_console);
        _host = new ApplicationHost(builder.Settings, builder.Resources, new ConsoleReporter(_synchronized, DateTimeOffset.UtcNow));
    }

    public TemporaryFolder Folder => _folder;

    public ResourceRegistry Registry => _host.Registry;

    public string Console
    {
        get
        {
            lock (_synchronized)
            {
                return _console.ToString();
            }
        }
    }

    public static DistributedApplicationBuilder CreateBuilder(TemporaryFolder folder, params string[] settings) =>
        (DistributedApplicationBuilder)DistributedApplication.CreateBuilder(new DistributedApplicationOptions
        {
            Args = [$"--PFP_DATA={folder.Path}", .. settings],
            ProjectDirectory = AppContext.BaseDirectory,
            DisableDashboard = true,
        });

    public static Task<RunningApplication> StartAsync(Action<IDistributedApplicationBuilder> describe) => StartAsync((builder, _) => describe(builder));

    public static async Task<RunningApplication> StartAsync(Action<IDistributedApplicationBuilder, TemporaryFolder> describe)
    {
        var application = new RunningApplication(describe);
        try
        {
            await application._host.StartAsync(TestContext.Current.CancellationToken);
            return application;
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    public ResourceInstance Find(string name) => Registry.Instances.First(instance => instance.Resource.Name == name);

    public ProcessController Control(string name) => _host.Controllers.Of(Find(name))!;

    public async Task WaitAsync(Func<bool> condition)
    {
        try
        {
            await Registry.WaitUntilAsync(condition, TestContext.Current.CancellationToken).WaitAsync(s_limit);
        }
        catch (TimeoutException)
        {
            var states = Registry.Instances.Select(instance => $"{instance.Id}: {instance.Snapshot.State} {string.Join(", ", instance.Snapshot.Health.Values.Select(health => health.Problem))}");
            Assert.Fail($"Not within {s_limit.TotalSeconds:0} seconds:\n{string.Join('\n', states)}\n{Console}");
        }
    }

    public Task WaitForAsync(string name, string state) => WaitAsync(() => Find(name).Snapshot.State == state);

    public Task WaitUntilHealthyAsync(string name) => WaitAsync(() => Find(name).IsHealthy);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await _host.DisposeAsync();
        _folder.Dispose();
    }
}
