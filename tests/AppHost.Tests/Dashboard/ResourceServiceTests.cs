using System.Net;
using System.Net.Http.Headers;
using System.IO.Pipelines;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Dashboard.Wire;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Orchestration;
using Google.Protobuf;

namespace PfP.AppHost.Tests.Dashboard;

public sealed class ResourceServiceTests : IAsyncLifetime
{
    private const string Key = "key";
    private readonly ResourceRegistry _registry = new([new ExecutableResource("worker", "true", "/"), new ParameterResource("greeting", () => "Good day", secret: false)]);
    private readonly ResourceServiceHost _host;
    private readonly HttpClient _http = new() { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };

    public ResourceServiceTests()
    {
        using var unused = new DcpClient(new HttpClient());
        var planner = new LaunchPlanner(new TelemetryTarget("", ""));
        var controllers = new ProcessControllers(_registry, new ProcessServices(_registry, new DependencyWaits(_registry, TimeSpan.Zero), unused, new ExecutableEvents(unused), planner));
        _host = new ResourceServiceHost(new ResourceService("PfP", _registry, new ResourceCommands(controllers)), Key);
    }

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    private ResourceInstance Worker => _registry.Instances[0];

    public async ValueTask InitializeAsync() => await _host.StartAsync(CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Call_WithWrongKey_IsRefused()
    {
        using var response = await PostAsync("GetApplicationInformation", new ApplicationInformationRequest(), "wrong");

        Assert.Equal("16", response.Headers.GetValues("grpc-status").Single());
    }

    [Fact]
    public async Task ApplicationInformation_HasTheName()
    {
        using var response = await PostAsync("GetApplicationInformation", new ApplicationInformationRequest());

        var information = await GrpcFrames.ReadAsync<ApplicationInformation>(await ReadAsync(response), CancellationToken);

        Assert.Equal("PfP", information.ApplicationName);
    }

    [Fact]
    public async Task Watch_WhenResourceCrashes_TellsStateStyleAndExitCode()
    {
        using var response = await PostAsync("WatchResources", new WatchResourcesRequest());
        var updates = await ReadAsync(response);
        var initial = await GrpcFrames.ReadAsync<ResourcesUpdate>(updates, CancellationToken);
        Assert.Equal(["worker", "greeting"], initial.Initial.Resources.Select(row => row.DisplayName));

        _registry.Update(Worker, snapshot => snapshot with { State = KnownResourceStates.Exited, ExitCode = 139 });
        ResourceRow row;
        do
        {
            row = (await GrpcFrames.ReadAsync<ResourcesUpdate>(updates, CancellationToken)).Changes.Value.Single().Upsert;
        }
        while (row.State != KnownResourceStates.Exited);

        Assert.Equal(("worker", "error"), (row.DisplayName, row.StateStyle));
        Assert.Equal(139, row.Properties.Single(property => property.Name == "resource.exitCode").Value.NumberValue);
        Assert.Equal(CommandState.Enabled, row.Commands.Single(command => command.Name == "start").State);
        Assert.Equal(CommandState.Hidden, row.Commands.Single(command => command.Name == "stop").State);
    }

    [Fact]
    public async Task ConsoleLogs_WithoutFollowing_EndWithTheLastLine()
    {
        Worker.Log.Add("first");
        Worker.Log.Add("second", isError: true);

        using var response = await PostAsync("WatchResourceConsoleLogs", new ConsoleLogsRequest { ResourceName = Worker.Id, SuppressFollow = true });
        var update = await GrpcFrames.ReadAsync<ConsoleLogsUpdate>(await ReadAsync(response), CancellationToken);

        Assert.Equal([("first", false), ("second", true)], update.LogLines.Select(line => (line.Text, line.IsStdErr)));
    }

    [Fact]
    public async Task Command_ForWhatIsNoProcess_FailsWithTheReason()
    {
        using var response = await PostAsync("ExecuteResourceCommand", new CommandRequest { ResourceName = _registry.Instances[1].Id, CommandName = "stop" });
        var reply = await GrpcFrames.ReadAsync<CommandReply>(await ReadAsync(response), CancellationToken);

        Assert.Equal((CommandOutcome.Failed, "greeting is not a process that could be started or stopped."), (reply.Kind, reply.ErrorMessage));
    }

    [Fact]
    public async Task UnknownCall_IsUnimplemented()
    {
        using var response = await PostAsync("AttachTerminal", new ApplicationInformationRequest());

        Assert.Equal("12", response.Headers.GetValues("grpc-status").Single());
    }

    private async Task<HttpResponseMessage> PostAsync(string method, IMessage message, string key = Key)
    {
        using var body = new MemoryStream();
        await GrpcFrames.WriteAsync(PipeWriter.Create(body, new StreamPipeWriterOptions(leaveOpen: true)), message, CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_host.Url}/aspire.v1.DashboardService/{method}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
        };
        request.Headers.Add("x-resource-service-api-key", key);
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, CancellationToken);
    }

    private static async Task<PipeReader> ReadAsync(HttpResponseMessage response) => PipeReader.Create(await response.Content.ReadAsStreamAsync(CancellationToken));
}
