using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using PfP.Testing;
using PfP.Testing.Servers;

namespace PfP.Identity.Tests.Provider.Hosting;

/// <summary>The servers of the test clients, as far as they are told that sessions ended.</summary>
internal sealed class LogoutReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Client, JsonWebToken Token)> received = [];
    private readonly ConcurrentDictionary<string, int> failures = new(StringComparer.Ordinal);

    private LogoutReceiver(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    public static async Task<LogoutReceiver> StartAsync()
    {
        var receiver = new LogoutReceiver(LocalSite.Build());
        receiver.app.MapPost("/{client}", receiver.TakeAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>The next tokens about that session are answered with an error.</summary>
    public void Fail(string session, int times) => failures[session] = times;

    public IReadOnlyList<JsonWebToken> Of(string client, string session) =>
        [.. received.Where(entry => entry.Client == client && entry.Token.GetPayloadValue<string>("sid") == session).Select(entry => entry.Token)];

    public async Task<JsonWebToken> NextAsync(string client, string session)
    {
        await Eventually.TrueAsync(() => Of(client, session).Count > 0, $"{client} hears of the end of {session}");
        return Of(client, session)[0];
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> TakeAsync(string client, HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var token = new JsonWebToken(form["logout_token"].ToString());
        if (failures.AddOrUpdate(token.GetPayloadValue<string>("sid"), -1, (_, left) => left - 1) >= 0)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        received.Enqueue((client, token));
        return Results.Ok();
    }
}
