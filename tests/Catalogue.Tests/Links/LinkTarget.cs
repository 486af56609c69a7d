using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PfP.Testing.Servers;

namespace PfP.Catalogue.Tests.Links;

/// <summary>
/// A web site at 127.0.0.1, which links may lead to, and what nobody may be led to: the same port at this machine's other addresses.
/// </summary>
internal sealed class LinkTarget : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> visits = [];

    private LinkTarget(WebApplication app, int port) => (this.app, Port) = (app, port);

    public int Port { get; }

    /// <summary>Address, path and query of every request.</summary>
    public IReadOnlyCollection<string> Visits => visits;

    public static async Task<LinkTarget> StartAsync()
    {
        var port = LocalServer.FreePort();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.Listen(IPAddress.Parse("127.0.0.2"), port);
            kestrel.Listen(IPAddress.IPv6Loopback, port);
        });
        var target = new LinkTarget(builder.Build(), port);
        target.app.Use((context, next) =>
        {
            target.visits.Enqueue($"{context.Connection.LocalIpAddress}{context.Request.Path}{context.Request.QueryString}");
            return next();
        });
        target.app.MapGet("/status/{code:int}", (int code) => Results.StatusCode(code));
        target.app.MapGet("/inside", (HttpRequest request) => Results.Redirect($"http://127.0.0.2:{port}/secret"));
        target.app.MapGet("/other-scheme", () => Results.Redirect("file:///etc/passwd"));
        target.app.MapGet("/gopher", () => Results.Redirect($"gopher://localhost:{port}/gopher-hole"));
        target.app.MapGet("/round", () => Results.Redirect("/round?once"));
        target.app.MapGet("/endless", async (HttpContext context) =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[64 * 1024], context.RequestAborted);
            }
        });
        await target.app.StartAsync();
        return target;
    }

    public string At(string path, string host = "127.0.0.1") => $"http://{host}:{Port}{path}";

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
