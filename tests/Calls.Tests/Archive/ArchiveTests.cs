using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PfP.Calls.Archive;
using PfP.Calls.Tests.Hosting;
using PfP.Contracts;
using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;
using PfP.ServiceDefaults;

namespace PfP.Calls.Tests.Archive;

/// <summary>The real calls: two of March 2013 with a deadline, three that were only ever asked informally.</summary>
public sealed class ArchiveTests(CallsHost host)
{
    [Theory]
    [InlineData("informal-inquiry-on-migration-profiles-and-extended-migration-profiles", "CH,MA")]
    [InlineData("not-a-minute-more-time-to-protect-the-rights-of-migrant-domestic-workers-a-check", "JM,GH,PH,TR")]
    public async Task Call_OfMarch2013_EndsOnTheLastDayOfTheMonth(string slug, string countries)
    {
        var call = (await host.GetAsync<CallResponse>($"/{slug}")).Summary;

        Assert.Equal("month", call.Deadline!.Precision);
        Assert.Equal(new DateOnly(2013, 3, 31), call.Deadline.Date);
        Assert.Equal(DateTimeOffset.Parse("2013-04-01T00:00Z", CultureInfo.InvariantCulture), call.Deadline.At);
        Assert.Equal(CallStatuses.Closed, call.Status);
        Assert.Equal(countries.Split(','), call.Countries);
    }

    [Fact]
    public async Task Informal_Requests_AreKeptWithoutDatesAndNeverOpen()
    {
        var informal = (await host.GetAsync<Page<CallSummary>>("?pageSize=100&theme=policy-coherence-data")).Items.Where(call => call.State == CallStates.Archived).ToList();

        Assert.Equal(2, informal.Count);
        Assert.All(informal, call => Assert.Equal((2010, null, null, null), (call.Year, call.Status, call.Deadline, call.Opens)));
        Assert.All(await Task.WhenAll(informal.Select(call => host.GetAsync<CallResponse>($"/{call.Slug}"))), call => Assert.Equal(4, call.Summit!.Number));
        Assert.DoesNotContain((await host.GetAsync<Page<CallSummary>>("?status=open&status=closing-soon&status=upcoming&pageSize=100")).Items, call => call.State == CallStates.Archived);
    }

    [Fact]
    public async Task Import_Again_AddsNothing()
    {
        var import = host.Services.GetServices<IHostedService>().OfType<ArchiveImport>().Single();

        await import.ImportAsync(TestContext.Current.CancellationToken);

        Assert.Equal(5, await host.InDatabaseAsync(db => db.Calls.CountAsync(call => ArchiveKeys.Contains(call.ArchiveKey), TestContext.Current.CancellationToken)));
        var sent = await host.Published.OfAsync<CallPublished>(call => call.DateAdded == new DateOnly(2012, 11, 18), 1);
        Assert.Single(sent);
    }

    [Fact]
    public async Task Replay_SendsEveryCallAsItIs()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var events = await scope.ServiceProvider.GetRequiredService<IReplaySource>().EventsAsync(TestContext.Current.CancellationToken).Cast<CallPublished>().ToListAsync(TestContext.Current.CancellationToken);

        var replayed = events.Single(call => call.DateAdded == new DateOnly(2012, 11, 18));
        Assert.Equivalent(await host.Published.OneAsync<CallPublished>(call => call.CallId == replayed.CallId), replayed, strict: true);
        Assert.Equal(["international-domestic-workers-network", "international-labour-organization", "international-organization-for-migration", "un-women"], replayed.Organisations.Select(organisation => organisation.Slug));
    }

    private static string?[] ArchiveKeys => [.. ArchiveImport.Records().Select(record => record.Key)];
}
