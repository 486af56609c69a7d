using PfP.Contracts.Search.Api;
using PfP.Search.Engines;
using PfP.Search.Engines.Embedded;

namespace PfP.Search.Tests.Engines.Elastic;

/// <summary>Both engines give the same answers about the real entries.</summary>
public abstract class ParityTests(RealEntriesOnElastic indices) : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private ISearchIndex elastic = null!;
    private EmbeddedIndex? opened;

    private EmbeddedIndex Embedded => opened!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        elastic = await indices.IndexAsync();
        opened = EmbeddedIndex.Create(folder.File("index.db"), TimeProvider.System);
        await Embedded.ApplyAsync([.. Entries.Real.Select(Entries.Published)]);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (opened is not null)
        {
            await opened.DisposeAsync();
        }
        folder.Dispose();
    }

    [Fact]
    public async Task Search_OnBothEngines_FindsAndCountsTheSameAndPutsTheSameFirst()
    {
        var (differences, otherFirsts) = (new List<string>(), new List<string>());
        foreach (var query in ParityQueries.All)
        {
            var (there, here) = (await elastic.SearchAsync(query, Calls.Now), await Embedded.SearchAsync(query, Calls.Now));
            if (Summary(there) != Summary(here))
            {
                differences.Add($"{query}\n  elastic:  {Summary(there)}\n  embedded: {Summary(here)}");
            }
            if (First(there) != First(here))
            {
                otherFirsts.Add($"{query}: {First(there)}, not {First(here)}");
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.True(otherFirsts.Count <= ParityQueries.All.Count * 0.05, string.Join('\n', otherFirsts));
    }

    [Fact]
    public async Task Search_OnBothEngines_MarksTheSameWordsAndMeasuresTheSameDistances()
    {
        foreach (var query in ParityQueries.All)
        {
            var everything = query.Contains("pageSize", StringComparison.Ordinal) ? query : $"{query}&pageSize=100";
            var there = (await elastic.SearchAsync(everything, Calls.Now)).Hits.ToDictionary(hit => hit.Id);
            var here = (await Embedded.SearchAsync(everything, Calls.Now)).Hits.ToDictionary(hit => hit.Id);

            Assert.Equal(here.Keys.Order(), there.Keys.Order());
            Assert.All(here, hit => Assert.Equivalent(hit.Value, there[hit.Key], strict: true));
        }
    }

    [Fact]
    public async Task Search_SortedOtherwise_GivesTheSameOrder()
    {
        foreach (var sort in new[] { "sort=newest", "sort=title", "sort=title&lang=fr", "sort=deadline", "sort=distance&near=6.5,3.4", "sort=distance&near=6.5,3.4&distanceKm=4000", "q=migration&sort=title&lang=es" })
        {
            Assert.Equal(await Embedded.SlugsAsync(sort), await elastic.SlugsAsync(sort));
        }
    }

    [Fact]
    public async Task Map_OnBothEngines_IsTheSame()
    {
        foreach (var query in new[] { "", "q=migration", "kind=practice&theme=diaspora", "bbox=-18,4,16,25" })
        {
            foreach (var zoom in new[] { 0, 2, 5, 9 })
            {
                Assert.Equivalent(await Embedded.MapAsync(Ask.Request(query), zoom, Cancellation), await elastic.MapAsync(Ask.Request(query), zoom, Cancellation), strict: true);
            }
        }
    }

    [Fact]
    public async Task Suggest_OnBothEngines_OffersTheSame()
    {
        foreach (var typed in new[] { "m", "mig", "migration", "migration pro", "diasp", "moldo", "iom", "sending mon", "the", "remitances", "suis", "zzqqx", "return", "a", "lab mig" })
        {
            foreach (var language in new[] { "en", "fr", "es" })
            {
                Assert.Equal((await Embedded.SuggestAsync(typed, language, Cancellation)).Suggestions, (await elastic.SuggestAsync(typed, language, Cancellation)).Suggestions);
            }
        }
    }

    private static string? First(SearchResponse answer) => answer.Hits is [var first, ..] ? first.Slug : null;

    private static string Summary(SearchResponse answer) =>
        $"{answer.Total} {answer.DidYouMean} " + string.Join(' ', answer.Facets.OrderBy(facet => facet.Key, StringComparer.Ordinal).Select(facet =>
            $"{facet.Key}({string.Join(' ', facet.Value.Select(value => $"{value.Value}:{value.Label}:{value.Count}{(value.Selected ? "*" : "")}"))})"));
}

public sealed class ElasticsearchParityTests(RealEntriesOnElasticsearch indices) : ParityTests(indices), IClassFixture<RealEntriesOnElasticsearch>;

public sealed class OpenSearchParityTests(RealEntriesOnOpenSearch indices) : ParityTests(indices), IClassFixture<RealEntriesOnOpenSearch>;
