using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Tests.Hosting;
using PfP.Catalogue.Tests.Submissions;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Owners;

/// <summary>Who answers for a published practice, and says that it is still right.</summary>
public sealed class OwnPracticesTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Practices_ThatNameTheCountry_AreOffered_AndAdoptedAreItsOwn()
    {
        await host.ImportAsync(Practice("own-free", "Free to be adopted", "TO"), Practice("own-theirs", "Owned by another", "TO", owner: "FJ"), Practice("own-other", "Of another country", "FJ"));
        using var focal = new Contributing(host, "focal_point", "country:TO");

        var before = await ListAsync(focal);
        using var adopted = await focal.OwnAsync(HttpMethod.Post, "free-to-be-adopted", "adopt");
        using var again = await focal.OwnAsync(HttpMethod.Post, "free-to-be-adopted", "adopt");
        var after = await ListAsync(focal);

        Assert.Equal(("free-to-be-adopted", false), (Assert.Single(before).Slug, before[0].IsAdopted));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (adopted.StatusCode, again.StatusCode));
        Assert.Equal((true, 1), (Assert.Single(after).IsAdopted, after[0].Version));
        var records = await host.InDatabaseAsync(db => db.Audit.Where(record => record.SubjectId == after[0].Id && record.Action == "adopted").ToListAsync(Cancellation));
        Assert.StartsWith("member:", Assert.Single(records).Actor, StringComparison.Ordinal);
        Assert.Equal("country:TO", (await host.GetAsync<EntryResponse>("practices/free-to-be-adopted")).Owner);
        Assert.Equal("country:FJ", (await host.GetAsync<EntryResponse>("practices/owned-by-another")).Owner);
        Assert.Null((await host.GetAsync<EntryResponse>("practices/of-another-country")).Owner);
    }

    [Fact]
    public async Task Adoption_ByTwoThatAreNamed_IsOnes()
    {
        await host.ImportAsync(new { kind = "practice", key = "own-two", title = "Adopted by two at once", countries = new[] { "WS|lead", "KI|partner" } });
        using var one = new Contributing(host, "focal_point", "country:WS");
        using var other = new Contributing(host, "focal_point", "country:KI");

        var answers = await Task.WhenAll(one.OwnAsync(HttpMethod.Post, "adopted-by-two-at-once", "adopt"), other.OwnAsync(HttpMethod.Post, "adopted-by-two-at-once", "adopt"));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound], answers.Select(answer => answer.StatusCode).Order());
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Theory]
    [InlineData("member", "country:VU")]
    [InlineData("focal_point", "country:FJ")]
    [InlineData("focal_point", "organisation:iom")]
    [InlineData("focal_point", null)]
    [InlineData("moderator", null)]
    public async Task Practice_IsNeitherAdoptedNorChanged_ByWhomItIsNot(string role, string? entity)
    {
        var key = $"own-{role}-{entity?.Split(':')[1].ToLowerInvariant() ?? "none"}".Replace('_', '-');
        await host.ImportAsync(Practice($"{key}-free", $"Not for {key} free", "VU"), Practice($"{key}-owned", $"Not for {key} owned", "VU", owner: "VU"));
        using var stranger = new Contributing(host, role, entity);

        using var adopt = await stranger.OwnAsync(HttpMethod.Post, $"not-for-{key}-free", "adopt");
        using var correctFree = await stranger.OwnAsync(HttpMethod.Post, $"not-for-{key}-free", "correction");
        using var confirm = await stranger.OwnAsync(HttpMethod.Post, $"not-for-{key}-owned", "confirm", 1);
        using var correct = await stranger.OwnAsync(HttpMethod.Post, $"not-for-{key}-owned", "correction");

        // A member corrects what is their country's own, and no more.
        var isColleague = entity == "country:VU";
        Assert.All([adopt, confirm], answer => Assert.Equal(isColleague ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal((HttpStatusCode.NotFound, isColleague ? HttpStatusCode.OK : HttpStatusCode.NotFound), (correctFree.StatusCode, correct.StatusCode));
    }

    [Fact]
    public async Task Confirmation_IsANewVersionWithItsDate_OfWhatTheConfirmerSaw()
    {
        await host.ImportAsync(Practice("own-confirmed", "Confirmed by its owner", "NR", owner: "NR"));
        using var focal = new Contributing(host, "focal_point", "country:NR");

        using var unseen = await focal.OwnAsync(HttpMethod.Post, "confirmed-by-its-owner", "confirm");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => focal.OwnAsync(HttpMethod.Post, "confirmed-by-its-owner", "confirm", 1)));

        Assert.Equal(HttpStatusCode.PreconditionRequired, unseen.StatusCode);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed], answers.Select(answer => answer.StatusCode).Distinct().Order());
        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        var practice = await host.GetAsync<EntryResponse>("practices/confirmed-by-its-owner");
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        Assert.Equal((2, today, today.AddMonths(24)), (practice.Version, practice.LastVerified, practice.NextReview));
        Assert.Equal("Confirmed by its owner", practice.Title);
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task Answers_AreKeptByNobody()
    {
        using var member = new Contributing(host, "member", "country:MD");
        using var answer = await member.OwnAsync(HttpMethod.Get, "");
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    private static async Task<IReadOnlyList<OwnPractice>> ListAsync(Contributing member)
    {
        using var response = await member.OwnAsync(HttpMethod.Get, "");
        // The archive may name the country as well.
        return [.. (await response.Content.ReadFromJsonAsync<Page<OwnPractice>>(Cancellation))!.Items.Where(practice => practice.Slug is "free-to-be-adopted" or "owned-by-another" or "of-another-country")];
    }

    private static object Practice(string key, string title, string country, string? owner = null) => new { kind = "practice", key, title, ownerCountry = owner, countries = new[] { $"{country}|lead" } };
}
