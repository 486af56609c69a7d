using System.Net.Http.Json;
using PfP.Contracts.Search.Api;
using PfP.Search.Tests.Hosting;
using PfP.Testing;

namespace PfP.Search.Tests.SynonymGroups;

/// <summary>What comes of a group in the searches of a service that runs on, whatever engine it has.</summary>
internal static class SynonymEffect
{
    /// <summary>A query finds an entry while a group says that it means the same, and neither before nor after.</summary>
    public static async Task ShowAsync(SearchHost host)
    {
        var (entry, other) = (Entries.New(71, "Lantern keepers"), Entries.New(72, "Brain drains"));
        await host.Catalogue.PublishAsync(entry.EntryId, entry);
        await host.Catalogue.PublishAsync(other.EntryId, other);
        await FindsAsync("q=lantern", 1);
        await FindsAsync("q=brain", 1);
        // The index has words like these, which are what is looked for as long as nobody has said what they mean.
        await FindsAsync("q=brian drain", 1);
        var before = await TagAsync();

        using var added = await host.AskAsync(Guid.CreateVersion7(), HttpMethod.Post, "/api/search/synonyms", new SynonymGroupRequest(["Brian Drain", "lantern keeper"], false), "moderator");
        var group = (await added.Content.ReadFromJsonAsync<SynonymGroupResponse>(TestContext.Current.CancellationToken))!;

        await Eventually.SucceedsAsync(async () => Assert.Equal(["entry-71"], (await host.SearchAsync("q=brian drain")).Hits.Select(hit => hit.Slug)));
        Assert.NotEqual(before, await TagAsync());

        using var removed = await host.AskAsync(Guid.CreateVersion7(), HttpMethod.Delete, $"/api/search/synonyms/{group.Id}", role: "moderator", version: 1);

        await Eventually.SucceedsAsync(async () => Assert.DoesNotContain("entry-71", (await host.SearchAsync("q=brian drain")).Hits.Select(hit => hit.Slug)));

        Task FindsAsync(string query, int total) => Eventually.SucceedsAsync(async () => Assert.Equal(total, (await host.SearchAsync(query)).Total), TimeSpan.FromMinutes(1));

        async Task<string> TagAsync()
        {
            using var client = host.CreateClient();
            using var answer = await client.GetAsync(new Uri("/api/search?q=any", UriKind.Relative), TestContext.Current.CancellationToken);
            return answer.Headers.ETag!.Tag;
        }
    }
}
