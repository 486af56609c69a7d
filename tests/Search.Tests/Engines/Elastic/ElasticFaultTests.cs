using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using PfP.Search.Engines;
using PfP.Search.Engines.Elastic;
using PfP.Testing.Servers;

namespace PfP.Search.Tests.Engines.Elastic;

/// <summary>Servers that are down, busy, not all there, or not what is asked for.</summary>
public sealed class ElasticFaultTests : IAsyncLifetime
{
    private readonly ElasticIndices indices = new(TestSearchServer.Elasticsearch);
    private FaultyServer faulty = null!;
    private ElasticEngine engine = null!;
    private ISearchIndex index = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await indices.ConnectAsync();
        faulty = await FaultyServer.StartAsync((await TestSearchServer.SharedAsync(TestSearchServer.Elasticsearch)).Address);
        // Nobody listens at the first address.
        engine = Engine($"Endpoints=http://127.0.0.1:{LocalServer.FreePort()},{faulty.Address};Prefix={indices.Prefix}");
        index = await engine.CreateAsync(Cancellation);
        await index.ApplyAsync(Entries.Published(Entries.New(1, "Lighthouse")));
    }

    public async ValueTask DisposeAsync()
    {
        if (index is not null)
        {
            faulty.Fault = _ => Task.FromResult(false);
            await index.DisposeAsync();
            engine.Dispose();
            await faulty.DisposeAsync();
        }
        await indices.DisposeAsync();
    }

    [Fact]
    public async Task Search_WhereOneOfTheNodesIsDown_AnswersFromTheOthers()
    {
        for (var turn = 0; turn < 4; turn++)
        {
            Assert.Equal(1, (await index.SearchAsync("q=lighthouse")).Total);
        }
        Assert.Null(engine.Trouble);
    }

    [Theory]
    [InlineData("hangs")]
    [InlineData("drops")]
    [InlineData("refuses")]
    [InlineData("is busy")]
    [InlineData("talks nonsense")]
    public async Task Search_WhereTheServerIsAway_SaysSoAndAnswersAgainAfterwards(string fault)
    {
        faulty.Fault = fault switch
        {
            "hangs" => faulty.HangAsync,
            "drops" => FaultyServer.Drop,
            "refuses" => context => FaultyServer.AnswerAsync(context, 503, """{"error":"no master"}"""),
            "is busy" => context => FaultyServer.AnswerAsync(context, 429, """{"error":"busy"}"""),
            _ => context => FaultyServer.AnswerAsync(context, 200, "<html>"),
        };

        await Assert.ThrowsAsync<EngineUnavailableException>(async () => await index.SearchAsync("q=lighthouse"));
        Assert.Equal("Elasticsearch does not answer.", engine.Trouble);

        faulty.Fault = _ => Task.FromResult(false);
        await Testing.Eventually.SucceedsAsync(async () => Assert.Equal(1, (await index.SearchAsync("q=lighthouse")).Total));
        Assert.Null(engine.Trouble);
    }

    [Fact]
    public async Task Search_AfterRepeatedFailures_DoesNotAskForAMoment()
    {
        var asked = 0;
        faulty.Fault = context => context.Request.Path.Value!.EndsWith("_msearch", StringComparison.Ordinal) && Interlocked.Increment(ref asked) > 0 ? FaultyServer.Drop(context) : Task.FromResult(false);

        for (var attempt = 0; attempt < 20; attempt++)
        {
            await Assert.ThrowsAsync<EngineUnavailableException>(async () => await index.SearchAsync("q=lighthouse"));
        }

        Assert.InRange(asked, 1, 15);
    }

    [Fact]
    public async Task Apply_WhereTheServerHasTooMuchToDo_WaitsAndAsksForLess()
    {
        var sizes = new List<int>();
        faulty.Fault = async context =>
        {
            if (!context.Request.Path.Value!.EndsWith("_bulk", StringComparison.Ordinal))
            {
                return false;
            }
            context.Request.EnableBuffering();
            using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
            var items = (await reader.ReadToEndAsync(Cancellation)).Count(character => character == '\n') / 2;
            context.Request.Body.Position = 0;
            sizes.Add(items);
            return items > 20 && await FaultyServer.AnswerAsync(context, sizes.Count % 2 == 0 ? 429 : 413, """{"error":"too much"}""");
        };

        await index.ApplyAsync([.. Enumerable.Range(1, 100).Select(number => Entries.Published(Entries.New(number, $"Lighthouse {number}", version: 2)))]);

        Assert.Equal(100, (await index.SearchAsync("q=lighthouse")).Total);
        Assert.Contains(sizes, size => size > 20);
    }

    [Fact]
    public async Task Apply_WhereSomeItemsAreTurnedAway_WritesThemLater()
    {
        var turnedAway = 0;
        faulty.Fault = context => context.Request.Path.Value!.EndsWith("_bulk", StringComparison.Ordinal) && turnedAway++ == 0
            ? FaultyServer.AnswerAsync(context, 200, """{"errors":true,"items":[{"index":{"status":429,"error":{"type":"es_rejected_execution_exception"}}}]}""")
            : Task.FromResult(false);

        await index.ApplyAsync(Entries.Published(Entries.New(2, "Lighthouse keepers")));

        Assert.Equal(2, (await index.SearchAsync("q=lighthouse")).Total);
    }

    [Fact]
    public async Task Apply_WhoseAnswerIsLost_IsKnownAllTheSame()
    {
        var lost = 0;
        faulty.Fault = async context =>
        {
            if (!context.Request.Path.Value!.EndsWith("_bulk", StringComparison.Ordinal) || lost++ > 0)
            {
                return false;
            }
            // The server does what it is asked, and nobody hears of it.
            var original = context.Response.Body;
            context.Response.Body = Stream.Null;
            await faulty.PassOnAsync(context);
            context.Response.Body = original;
            return await FaultyServer.Drop(context);
        };

        await index.ApplyAsync(Entries.Published(Entries.New(2, "Windmills")));

        Assert.Equal("windmills", (await index.SearchAsync("q=windmlils")).DidYouMean);
    }

    [Theory]
    [InlineData("""{"version":{"number":"6.8.23"}}""", "Elasticsearch 6.8.23 is not supported")]
    [InlineData("""{"version":{"number":"7.9.3"}}""", "Elasticsearch 7.9.3 is not supported")]
    [InlineData("""{"hello":"world"}""", "Something other than Elasticsearch")]
    public async Task Open_OfAServerThatIsNotSupported_IsRefusedAndSaid(string answer, string said)
    {
        await using var other = await FaultyServer.StartAsync(null);
        other.Fault = context => FaultyServer.AnswerAsync(context, 200, answer);
        using var refusing = Engine(other.Address);

        await Assert.ThrowsAsync<EngineUnavailableException>(() => refusing.OpenAsync(null, Cancellation));
        Assert.StartsWith(said, refusing.Trouble, StringComparison.Ordinal);
    }

    private static ElasticEngine Engine(string connectionString) => new(ElasticSettings.Parse(connectionString), NullLogger<ElasticEngine>.Instance);
}
