using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts.Calls;
using PfP.Contracts.Catalogue;
using PfP.Testing;
using static PfP.Catalogue.Tests.Chains.Linking;

namespace PfP.Catalogue.Tests.Chains;

public sealed class FirstCallsTests(CatalogueHost host)
{
    [Fact]
    public async Task Call_PublishedBeforeThisServiceListened_CanBeLinked()
    {
        var texts = new Dictionary<string, EntryText> { ["en"] = new("A call from before", null, null, "human") };
        var call = new CallPublished(new("0190b6f0-0000-7000-8000-00000000ca11"), 1, "from-before", "/calls/from-before", CallStates.Published, "en", texts, [], [], [], [], [], []);
        await using var calls = await FakeProducer.StartAsync("calls", host.MessagingAddress, current => current.Events[call.CallId] = call);
        await Eventually.TrueAsync(
            () => host.InDatabaseAsync(db => db.KnownCalls.AnyAsync(known => known.Slug == call.Slug, TestContext.Current.CancellationToken)), "calls have answered", TimeSpan.FromSeconds(60));

        using var secretariat = new Linking(host);
        var practice = await EntryAsync(host, "Practice of a call from before");
        await secretariat.AddedAsync(practice, "comes-from", call.Url);

        Assert.Contains((await ChainAsync(host, practice)).Ends, end => end.Title == "A call from before");
    }
}
