using PfP.Contracts;
using PfP.Contracts.Identity.Api;

namespace PfP.Identity.Tests.Members;

public sealed class DeskTests(IdentityHost host)
{
    [Fact]
    public async Task Desk_OfAMember_HoldsWhatWaitsForThemOldestFirst()
    {
        var (one, other) = (await host.PeerAsync("Sample Writer"), await host.PeerAsync());
        var thread = await host.ThreadAsync(one, other);
        using var writer = host.DeskOf(one);
        using var reader = host.DeskOf(other);
        await writer.WroteAsync(thread, "First.");
        var asker = await host.PeerAsync("Sample Asker");
        using var asking = host.DeskOf(asker);
        var introduction = await asking.AskedAsync(other);
        await writer.WroteAsync(thread, "Second.");

        var desk = await reader.ReadAsync<Page<DeskItem>>("desk");

        Assert.Equal(2, desk.Total);
        Assert.Equal(
            [("thread", thread, "Sample Writer", "read"), ("introduction", introduction.Id, "Sample Asker", "answer")],
            desk.Items.Select(item => (item.Kind, item.Id, item.Title, item.Next)));
        Assert.Empty((await writer.ReadAsync<Page<DeskItem>>("desk")).Items);
        await reader.ReadAsync<ThreadResponse>($"threads/{thread}");
        Assert.Equal("introduction", Assert.Single((await reader.ReadAsync<Page<DeskItem>>("desk")).Items).Kind);
    }

    [Fact]
    public async Task Desk_OfTheSecretariat_HoldsRegistrationsAndReports()
    {
        var waiting = await host.AddAsync(host.Waiting("Sample Registrant"));
        var (one, other) = (await host.PeerAsync("Sample Writer"), await host.PeerAsync());
        using var asker = host.DeskOf(one);
        using var asked = host.DeskOf(other);
        var introduction = await asker.AskedAsync(other);
        using var reported = await asked.SendAsync(HttpMethod.Post, "abuse-reports", new { introductionId = introduction.Id, reason = "An insult." });
        using var staff = new Desk(host);

        var items = new List<DeskItem>();
        for (var page = 1; items.Count == (page - 1) * 100; page++)
        {
            items.AddRange((await staff.ReadAsync<Page<DeskItem>>($"desk?pageSize=100&page={page}")).Items);
        }

        Assert.Equal(("registration", "Sample Registrant", "decide"), items.Where(item => item.Id == waiting.Id).Select(item => (item.Kind, item.Title, item.Next)).Single());
        var report = Guid.Parse(reported.Headers.Location!.OriginalString.Split('/')[^1]);
        Assert.Equal(("abuse_report", "Sample Writer", "decide"), items.Where(item => item.Id == report).Select(item => (item.Kind, item.Title, item.Next)).Single());
        Assert.Equal(items.OrderBy(item => item.Since).Select(item => item.Since), items.Select(item => item.Since));
        Assert.DoesNotContain((await asker.ReadAsync<Page<DeskItem>>("desk")).Items, item => item.Next == "decide");
    }
}
