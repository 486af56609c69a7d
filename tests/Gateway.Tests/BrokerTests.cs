using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Gateway;
using PfP.Gateway.Tests.Hosting;
using PfP.ServiceDefaults;
using PfP.Testing;
using PfP.Testing.Servers;
using RabbitMQ.Client;

namespace PfP.Gateway.Tests;

/// <summary>What the gateway tells the others and hears from them, over a real broker.</summary>
public sealed class BrokerTests : IAsyncLifetime
{
    private const string ViewsQueue = "catalogue-entries-viewed";
    private string address = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => address = await (await TestRabbit.SharedAsync).CreateVirtualHostAsync();

    public async ValueTask DisposeAsync() => await (await TestRabbit.SharedAsync).DropVirtualHostAsync(address);

    [Fact]
    public async Task Views_CountedSinceTheLastReport_ArriveInTheCataloguesQueueOnce()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream, ("ConnectionStrings:messaging", address), ("Views:ReportEvery", "00:00:00.2"));

        await ReadAsync(gateway, "/practices/sending-money-home");
        await ReadAsync(gateway, "/fr/practices/sending-money-home");

        var views = new List<EntryViews>();
        await Eventually.SucceedsAsync(async () =>
        {
            views.AddRange(await TakeAsync());
            Assert.Equal(2, views.Sum(view => view.Views));
        });
        Assert.All(views, view => Assert.Equal(("practice", "sending-money-home"), (view.Kind, view.Slug)));
    }

    [Fact]
    public async Task Views_OfTheLastMoment_AreSentAtShutdown()
    {
        await using var upstream = await Upstream.StartAsync();
        await using (var gateway = TestGateway.Start(
            upstream, ("ConnectionStrings:messaging", address), ("Views:ReportEvery", "01:00:00"), ("Views:LastReportWithin", "00:00:25")))
        {
            await UntilConnectedAsync(gateway);
            await ReadAsync(gateway, "/tools/prime");
        }

        Assert.Equal(new EntryViews("tool", "prime", 1, 0), Assert.Single(await TakeAsync()));
    }

    [Fact]
    public async Task ChangedEntry_EvictsTheAnswersMadeBefore()
    {
        await using var upstream = await Upstream.StartAsync(AnswerCacheTests.Numbered("public, max-age=30"));
        await using var gateway = TestGateway.Start(upstream, ("ConnectionStrings:messaging", address));
        await UntilConnectedAsync(gateway);
        Assert.Equal("1", await BodyAsync(gateway));
        Assert.Equal("1", await BodyAsync(gateway));

        var publisher = gateway.Services.GetRequiredService<EventPublisher>();
        await publisher.PublishAsync(
            new EntryWithdrawn(Guid.CreateVersion7(), 2, "practice", "gone", DateTimeOffset.UnixEpoch, "Published by mistake."), Guid.CreateVersion7(), Cancellation);

        await Eventually.SucceedsAsync(async () => Assert.Equal("2", await BodyAsync(gateway)));
    }

    private static async Task ReadAsync(TestGateway gateway, string path)
    {
        using var answer = await gateway.GetAsync(path, ("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task<string> BodyAsync(TestGateway gateway)
    {
        using var answer = await gateway.GetAsync("/practices");
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    // The gateway is in service without a broker; only its health tells that the bus has come up.
    private static Task UntilConnectedAsync(TestGateway gateway) => Eventually.SucceedsAsync(async () =>
    {
        var health = await gateway.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancellation);
        Assert.Equal(HealthStatus.Healthy, health.Entries["messaging"].Status);
    });

    private async Task<IReadOnlyList<EntryViews>> TakeAsync()
    {
        await using var connection = await new ConnectionFactory { Uri = new(address) }.CreateConnectionAsync(Cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        // A report may be sent again until it is confirmed; its id is what the reader's inbox knows it by.
        var reports = new Dictionary<string, EntriesViewed>();
        while (await channel.BasicGetAsync(ViewsQueue, autoAck: true, Cancellation) is { } message)
        {
            reports[message.BasicProperties.MessageId!] = SentEvent.Read<EntriesViewed>(message.Body);
        }

        return [.. reports.Values.SelectMany(report => report.Entries)];
    }
}
