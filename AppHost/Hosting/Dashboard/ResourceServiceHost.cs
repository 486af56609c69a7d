using System.Net;
using System.Security.Cryptography;
using System.Text;
using Aspire.Hosting.Dashboard.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard;

/// <summary>Serves the resource service to the dashboard, on this machine only and only with the key.</summary>
internal sealed class ResourceServiceHost(ResourceService service, string apiKey) : IAsyncDisposable
{
    private const string ApiKeyHeader = "x-resource-service-api-key";
    private const string Prefix = "/aspire.v1.DashboardService/";
    private readonly CancellationTokenSource _stopping = new();
    private WebApplication? _app;

    public string Url => _app!.Urls.First();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listener => listener.Protocols = HttpProtocols.Http2));
        _app = builder.Build();
        _app.Use(RequireKeyAsync);
        _app.MapUnary<ApplicationInformationRequest, ApplicationInformation>(Prefix + "GetApplicationInformation", service.GetApplicationInformationAsync);
        _app.MapStream<WatchResourcesRequest, ResourcesUpdate>(Prefix + "WatchResources", service.WatchResourcesAsync);
        _app.MapStream<ConsoleLogsRequest, ConsoleLogsUpdate>(Prefix + "WatchResourceConsoleLogs", service.WatchConsoleLogsAsync);
        _app.MapUnary<CommandRequest, CommandReply>(Prefix + "ExecuteResourceCommand", service.ExecuteCommandAsync);
        // Nothing is ever asked of the user, but a refusal makes the dashboard believe that it lost the application.
        _app.MapSilentStream(Prefix + "WatchInteractions", _stopping.Token);
        _app.MapFallback(http => GrpcEndpoints.RefuseAsync(http, GrpcStatus.Unimplemented));
        await _app.StartAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        _stopping.Dispose();
    }

    private Task RequireKeyAsync(HttpContext http, RequestDelegate next)
    {
        var given = Encoding.UTF8.GetBytes(http.Request.Headers[ApiKeyHeader].ToString());
        return CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(apiKey))
            ? next(http)
            : GrpcEndpoints.RefuseAsync(http, GrpcStatus.Unauthenticated);
    }
}
