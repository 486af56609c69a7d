using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PfP.Gateway.Tests.Hosting;

/// <summary>A service behind the gateway: real Kestrel on a loopback port, which remembers what it was asked.</summary>
internal sealed class Upstream : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Upstream(WebApplication app) => _app = app;

    public ConcurrentQueue<SeenRequest> Seen { get; } = new();

    public string Address => _app.Urls.Single();

    /// <summary>Answers everything but health probes, which are always well.</summary>
    public RequestDelegate Answer { get; set; } = context => context.Response.WriteAsync("upstream", context.RequestAborted);

    public static async Task<Upstream> StartAsync(RequestDelegate? answer = null, string address = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestLineSize = 128 * 1024);
        var app = builder.Build();
        var upstream = new Upstream(app);
        if (answer is not null)
        {
            upstream.Answer = answer;
        }

        app.Run(upstream.HandleAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return upstream;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        if (context.Request.Path == "/health/live")
        {
            return;
        }

        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Seen.Enqueue(new SeenRequest(context.Request.Method, context.Request.Path + context.Request.QueryString, headers, body));
        await Answer(context);
    }
}

internal sealed record SeenRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);
