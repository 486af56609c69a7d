using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PfP.ServiceDefaults.Tests.Http;

/// <summary>A typed client against real servers on loopback ports.</summary>
public sealed class ApiClientTests
{
    private const string Nobody = "http://127.0.0.1:1";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_ToAServiceWithReplicas_GoToEachInTurn()
    {
        await using var first = await Replica.StartAsync();
        await using var second = await Replica.StartAsync();
        await using var client = Client.Of(first.Address, second.Address);

        for (var call = 0; call < 4; call++)
        {
            (await client.Http.GetAsync(new Uri("things?a=b", UriKind.Relative), Cancellation)).EnsureSuccessStatusCode();
        }

        Assert.Equal(["/things?a=b", "/things?a=b"], first.Asked);
        Assert.Equal(["/things?a=b", "/things?a=b"], second.Asked);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Call_WhenAReplicaIsGone_IsAnsweredByTheOther(string method)
    {
        await using var replica = await Replica.StartAsync();
        await using var client = Client.Of(Nobody, replica.Address);

        using var answer = await client.Http.SendAsync(new HttpRequestMessage(new(method), "things"), Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(replica.Asked);
    }

    [Fact]
    public async Task Read_ThatMeetsAnUnavailableService_IsTriedAgain()
    {
        await using var replica = await Replica.StartAsync(HttpStatusCode.ServiceUnavailable, HttpStatusCode.BadGateway);
        await using var client = Client.Of(replica.Address);

        using var answer = await client.Http.GetAsync(new Uri("things", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(3, replica.Asked.Count);
    }

    [Fact]
    public async Task Write_ThatMayHaveHadItsEffect_IsNotRepeated()
    {
        await using var replica = await Replica.StartAsync(HttpStatusCode.ServiceUnavailable);
        await using var client = Client.Of(replica.Address);

        using var answer = await client.Http.PostAsync(new Uri("things", UriKind.Relative), null, Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Single(replica.Asked);
    }

    [Fact]
    public async Task Write_ThatTakesLongerThanAReadMay_IsWaitedFor()
    {
        await using var replica = await Replica.StartAsync();
        replica.Takes = TimeSpan.FromSeconds(5);
        await using var client = Client.Of(replica.Address);

        using var answer = await client.Http.PostAsync(new Uri("things", UriKind.Relative), null, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(replica.Asked);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task Answer_ThatWillNotChange_IsTakenAsItIs(HttpStatusCode status)
    {
        await using var replica = await Replica.StartAsync(status);
        await using var client = Client.Of(replica.Address);

        using var answer = await client.Http.GetAsync(new Uri("things", UriKind.Relative), Cancellation);

        Assert.Equal(status, answer.StatusCode);
        Assert.Single(replica.Asked);
    }

    [Fact]
    public async Task Service_ThatKeepsFailing_IsLeftAloneForAWhile()
    {
        await using var replica = await Replica.StartAsync([.. Enumerable.Repeat(HttpStatusCode.ServiceUnavailable, 100)]);
        await using var client = Client.Of(replica.Address);
        async Task<bool> IsRefusedAtOnceAsync()
        {
            var before = replica.Asked.Count;
            await Assert.ThrowsAnyAsync<Exception>(async () => (await client.Http.PostAsync(new Uri("things", UriKind.Relative), null, Cancellation)).EnsureSuccessStatusCode());
            return replica.Asked.Count == before;
        }

        var calls = 0;
        while (!await IsRefusedAtOnceAsync())
        {
            Assert.InRange(++calls, 1, 30);
        }
    }

    [Fact]
    public async Task Service_WithoutAnAddress_IsSaidToHaveNone()
    {
        await using var client = Client.Of();

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => client.Http.GetAsync(new Uri("things", UriKind.Relative), Cancellation));

        Assert.Contains("services__things__http__0", exception.Message, StringComparison.Ordinal);
    }

    private sealed class Client(HttpClient http) : IAsyncDisposable
    {
        private WebApplication app = null!;

        public HttpClient Http => http;

        public static Client Of(params string[] addresses)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.Configuration.AddInMemoryCollection(addresses.Select((address, index) => KeyValuePair.Create($"services:things:http:{index}", (string?)address)));
            builder.AddApiClient<Client>("things");
            var app = builder.Build();
            var client = app.Services.GetRequiredService<Client>();
            client.app = app;
            return client;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }

    /// <summary>Answers with the given statuses first, then with 200.</summary>
    private sealed class Replica(WebApplication app) : IAsyncDisposable
    {
        public ConcurrentQueue<string> Asked { get; } = new();

        public TimeSpan Takes { get; set; }

        public string Address => app.Urls.Single();

        public static async Task<Replica> StartAsync(params HttpStatusCode[] statuses)
        {
            var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
            builder.Logging.ClearProviders();
            var app = builder.Build();
            var replica = new Replica(app);
            var first = new ConcurrentQueue<HttpStatusCode>(statuses);
            app.Run(async context =>
            {
                await Task.Delay(replica.Takes, context.RequestAborted);
                replica.Asked.Enqueue(context.Request.Path + context.Request.QueryString);
                context.Response.StatusCode = (int)(first.TryDequeue(out var status) ? status : HttpStatusCode.OK);
            });
            await app.StartAsync(Cancellation);
            return replica;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
