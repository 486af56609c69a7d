using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PfP.Contracts;
using PfP.Contracts.Search.Api;
using PfP.Search.Queries;
using PfP.Search.QueryCounts;
using PfP.Search.Tests.Hosting;
using PfP.Testing;

namespace PfP.Search.Tests.QueryCounts;

/// <summary>Which searches are counted, what the secretariat is told of them, and for how long.</summary>
public sealed class QueryCountsTests(SearchHost host) : IClassFixture<SearchHost>
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private readonly KeepCounts keep = host.Services.GetRequiredService<KeepCounts>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Text_AskedOftenEnough_IsTold_WithHowOftenItFoundNothing()
    {
        foreach (var typed in new[] { "Nowhere to be found", "nowhere  TO be found?", "nowhere to be found" })
        {
            await host.SearchAsync($"q={Uri.EscapeDataString(typed)}");
        }
        await IsCountedAsync("nowhere to be found", 3);

        Assert.Contains(new CountedQuery("nowhere to be found", 3, 3), await ListAsync("days=7"));
        Assert.Contains(new CountedQuery("nowhere to be found", 3, 3), await ListAsync("days=7&empty=true"));
    }

    [Fact]
    public async Task Text_AskedOnceOrTwice_IsCountedAndNotTold()
    {
        await host.SearchAsync("q=asked twice by somebody");
        await host.SearchAsync("q=asked twice by somebody");
        await IsCountedAsync("asked twice by somebody", 2);

        Assert.DoesNotContain(await ListAsync("days=365"), query => query.Text == "asked twice by somebody");
    }

    [Theory]
    [InlineData("&page=2")]
    [InlineData("&kind=practice")]
    [InlineData("&partner=KE")]
    [InlineData("&yearFrom=2010")]
    [InlineData("&publishedFrom=2010-01-01")]
    [InlineData("&bbox=1,1,2,2")]
    [InlineData("&near=1,1")]
    [InlineData("&sort=title")]
    [InlineData("&pageSize=1")]
    public async Task Text_WithMoreThanItself_IsNotCounted(string more)
    {
        var text = $"looked closer {string.Concat(more.Where(char.IsLetter)).ToLowerInvariant()}";

        await host.SearchAsync($"q={text}{more}");
        await host.SearchAsync($"q={text}");

        await IsCountedAsync(text, 1);
    }

    [Theory]
    [InlineData("member", 2)]
    [InlineData("moderator", 1)]
    [InlineData("administrator", 1)]
    public async Task Search_OfTheSecretariat_IsNotCounted(string role, int counted)
    {
        using var answer = await host.AskAsync(Guid.CreateVersion7(), HttpMethod.Get, $"/api/search?q=looked at by a {role}", role: role);
        await host.SearchAsync($"q=looked at by a {role}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await IsCountedAsync($"looked at by a {role}", counted);
    }

    [Fact]
    public async Task Period_IsItsDays_TodayIncluded()
    {
        await PutAsync("six days ago", 6, 3);
        await PutAsync("seven days ago", 7, 3);
        await PutAsync("in parts", 29, 2);
        await PutAsync("in parts", 1, 1, 1);
        await PutAsync("last year", 364, 9);

        var (week, month, year) = (await TextsAsync("days=7"), await TextsAsync(""), await TextsAsync("days=365"));

        Assert.Equal((true, false, false, false), (week.Contains("six days ago"), week.Contains("seven days ago"), week.Contains("in parts"), week.Contains("last year")));
        Assert.Equal((true, true, false), (month.Contains("seven days ago"), month.Contains("in parts"), month.Contains("last year")));
        Assert.Contains("last year", year);
        Assert.Contains(new CountedQuery("in parts", 3, 1), await ListAsync("empty=true"));
        Assert.DoesNotContain("last year", await TextsAsync("days=365&empty=true"));
    }

    [Fact]
    public async Task List_HasTheMostFrequentFirst_ByWhatIsLookedFor()
    {
        await PutAsync("order often", 2, 90, 1);
        await PutAsync("order seldom", 2, 80, 70);
        await PutAsync("order also", 2, 80, 0);

        Assert.Equal(["order often", "order also", "order seldom"], (await TextsAsync("days=7")).Where(text => text.StartsWith("order ", StringComparison.Ordinal)));
        Assert.Equal(["order seldom", "order often"], (await TextsAsync("days=7&empty=true")).Where(text => text.StartsWith("order ", StringComparison.Ordinal)));
        var second = await PageAsync("days=7&pageSize=1&page=2");
        Assert.Equal((2, 1, 1), (second.PageNumber, second.PageSize, second.Items.Count));
        Assert.True(second.Total >= 3);
    }

    [Theory]
    [InlineData("days=8", "days")]
    [InlineData("page=0", "page")]
    [InlineData("pageSize=101", "pageSize")]
    public async Task List_WithAWrongParameter_Is400AndNamesIt(string query, string parameter)
    {
        using var answer = await AskAsync(query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([parameter], (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }

    [Fact]
    public async Task Counts_AreForgotten_AfterTheirTime_AndThoseOfRareTextsSooner()
    {
        await PutAsync("kept for thirteen months", (Today.DayNumber - Today.AddMonths(-13).DayNumber), 3);
        await PutAsync("older than that", (Today.DayNumber - Today.AddMonths(-13).DayNumber) + 1, 3);
        await PutAsync("rare this month", 30, 2);
        await PutAsync("rare before", 31, 2);
        await PutAsync("rare by the day", 31, 2);
        await PutAsync("rare by the day", 90, 1);

        await keep.ForgetAsync(Cancellation);

        Assert.Equal(
            (3, 0, 2, 0, 3),
            (await CountAsync("kept for thirteen months"), await CountAsync("older than that"), await CountAsync("rare this month"), await CountAsync("rare before"), await CountAsync("rare by the day")));
    }

    [Fact]
    public async Task Search_IsCountedAsAMetric_AndWhetherItFoundNothing()
    {
        var (searches, empty) = (0L, 0L);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == SearchMetrics.Name)
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Interlocked.Add(ref (instrument.Name == "pfp.search.empty" ? ref empty : ref searches), value));
        listener.Start();

        await host.SearchAsync("q=nothing for the metric&kind=tool");

        // Other tests search at the same time.
        Assert.True(searches >= 1 && empty >= 1, $"{searches} searches, {empty} of them empty");
    }

    private Task<object?> PutAsync(string text, int daysAgo, int asked, int empty = 0) =>
        host.ScalarAsync<object>($"insert into query_counts (text, day, asked, empty) values ('{text}', '{Today.AddDays(-daysAgo):yyyy-MM-dd}', {asked}, {empty})");

    /// <summary>The service itself may be writing at the same moment.</summary>
    private Task IsCountedAsync(string text, long times) => Eventually.SucceedsAsync(async () =>
    {
        await keep.WriteAsync(Cancellation);
        Assert.Equal(times, await CountAsync(text));
    });

    private async Task<long> CountAsync(string text) => await host.ScalarAsync<long>($"select coalesce(sum(asked), 0) from query_counts where text = '{text}'");

    private Task<HttpResponseMessage> AskAsync(string query) => host.AskAsync(Guid.CreateVersion7(), HttpMethod.Get, $"/api/search/queries?{query}", role: "moderator");

    private async Task<Page<CountedQuery>> PageAsync(string query)
    {
        using var answer = await AskAsync(query);
        answer.EnsureSuccessStatusCode();
        Assert.True(answer.Headers.CacheControl!.NoStore);
        return (await answer.Content.ReadFromJsonAsync<Page<CountedQuery>>(Cancellation))!;
    }

    private async Task<IReadOnlyList<CountedQuery>> ListAsync(string query) => (await PageAsync($"{query}&pageSize=100")).Items;

    private async Task<List<string>> TextsAsync(string query) => [.. (await ListAsync(query)).Select(counted => counted.Text)];
}
