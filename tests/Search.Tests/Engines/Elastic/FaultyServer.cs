using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PfP.Search.Tests.Engines.Elastic;

/// <summary>Stands before a server and passes on what it does not answer itself.</summary>
internal sealed class FaultyServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http = new();
    private readonly CancellationTokenSource stopping = new();

    private readonly Uri? server;

    private FaultyServer(WebApplication app, Uri? server) => (this.app, this.server) = (app, server);

    public string Address => app.Urls.First();

    /// <summary>Answers a request instead of the server, or says false.</summary>
    public Func<HttpContext, Task<bool>> Fault { get; set; } = _ => Task.FromResult(false);

    public static async Task<FaultyServer> StartAsync(Uri? server)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var faulty = new FaultyServer(builder.Build(), server);
        faulty.app.Run(async context =>
        {
            if (!await faulty.Fault(context))
            {
                await faulty.PassOnAsync(context);
            }
        });
        await faulty.app.StartAsync(TestContext.Current.CancellationToken);
        return faulty;
    }

    /// <summary>Takes requests and never answers.</summary>
    public async Task<bool> HangAsync(HttpContext context)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token, context.RequestAborted);
        await Task.Delay(Timeout.Infinite, ended.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        return true;
    }

    /// <summary>Ends the connection, as one that has gone down does.</summary>
    public static Task<bool> Drop(HttpContext context)
    {
        context.Abort();
        return Task.FromResult(true);
    }

    public static async Task<bool> AnswerAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
        return true;
    }

    public async Task PassOnAsync(HttpContext context)
    {
        using var request = new HttpRequestMessage(new(context.Request.Method), new Uri(server!, $"{context.Request.Path}{context.Request.QueryString}"));
        if (context.Request.ContentLength > 0)
        {
            request.Content = new StreamContent(context.Request.Body) { Headers = { ContentType = new(context.Request.ContentType!), ContentLength = context.Request.ContentLength } };
        }
        using var answer = await http.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await app.DisposeAsync();
        http.Dispose();
        stopping.Dispose();
    }
}
