using System.Globalization;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Orchestration;

namespace Aspire.Hosting.Dashboard;

/// <summary>The dashboard's own process: not a resource, but started by DCP too, so that it ends with the others. It is started again when it dies.</summary>
internal sealed class DashboardProcess(HostSettings settings, DcpClient dcp, ExecutableEvents events, Action<string> tell)
{
    private const string Name = "aspire-dashboard";
    private static readonly TimeSpan s_restartDelay = TimeSpan.FromSeconds(1);
    private readonly string _token = SecretStore.CreateSecret();
    private string? _endedUid;
    private volatile bool _released;

    /// <summary>Stays the same when the dashboard is started again.</summary>
    public TelemetryTarget Telemetry { get; } = new($"http://localhost:{Ports.Next()}", SecretStore.CreateSecret());

    public long? Pid { get; private set; }

    public string LoginUrl => $"{settings.DashboardUrl}/login?t={_token}";

    public async Task StartAsync(string resourceServiceUrl, string resourceServiceKey, CancellationToken cancellationToken)
    {
        var executable = new DcpExecutable(settings.DashboardPath, Path.GetDirectoryName(settings.DashboardPath)!, ["dashboard"], CreateEnvironment(resourceServiceUrl, resourceServiceKey));
        events.Subscribe(Name, (uid, status) =>
        {
            Pid = status.Pid;
            if (uid != _endedUid && status.State is "Finished" or "Terminated" or "FailedToStart" && !_released)
            {
                _endedUid = uid;
                tell($"The dashboard ended with exit code {status.ExitCode?.ToString(CultureInfo.InvariantCulture) ?? "unknown"} and is started again.");
                _ = RestartAsync(executable, CancellationToken.None);
            }
        });
        await StartAsync(executable, cancellationToken);
    }

    /// <summary>From now on its end is meant.</summary>
    public void Release() => _released = true;

    private async Task RestartAsync(DcpExecutable executable, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(s_restartDelay, cancellationToken);
            await dcp.DeleteExecutableAsync(Name, cancellationToken);
            await StartAsync(executable, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or DistributedApplicationException && !_released)
        {
            tell($"The dashboard could not be started again: {exception.Message}");
        }
    }

    private Task<string?> StartAsync(DcpExecutable executable, CancellationToken cancellationToken) =>
        dcp.StartExecutableAsync(Name, executable, [], cancellationToken);

    private IReadOnlyList<DcpVariable> CreateEnvironment(string resourceServiceUrl, string resourceServiceKey) =>
    [
        new("ASPNETCORE_URLS", settings.DashboardUrl),
        new("ASPNETCORE_ENVIRONMENT", "Production"),
        new("ASPIRE_DASHBOARD_TELEMETRY_OPTOUT", "true"),
        new("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", Telemetry.Endpoint),
        new("ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL", resourceServiceUrl),
        new("DASHBOARD__RESOURCESERVICECLIENT__AUTHMODE", "ApiKey"),
        new("DASHBOARD__RESOURCESERVICECLIENT__APIKEY", resourceServiceKey),
        new("DASHBOARD__FRONTEND__AUTHMODE", "BrowserToken"),
        new("DASHBOARD__FRONTEND__BROWSERTOKEN", _token),
        // What the pages show, for programs: whoever has the one token may have the other.
        new("DASHBOARD__API__ENABLED", "true"),
        new("DASHBOARD__API__AUTHMODE", "ApiKey"),
        new("DASHBOARD__API__PRIMARYAPIKEY", _token),
        new("DASHBOARD__OTLP__AUTHMODE", "ApiKey"),
        new("DASHBOARD__OTLP__PRIMARYAPIKEY", Telemetry.ApiKey),
    ];
}
