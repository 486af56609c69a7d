using PfP.Search.Engines;

namespace PfP.Search.Tests.Engines;

/// <summary>What every engine must find among the real entries.</summary>
public abstract class RealEntriesContract : IAsyncLifetime
{
    protected ISearchIndex Index { get; private set; } = null!;

    /// <summary>Empty, or one that has the real entries already.</summary>
    protected abstract Task<ISearchIndex> CreateAsync();

    protected virtual ValueTask GiveBackAsync() => Index.DisposeAsync();

    public async ValueTask InitializeAsync()
    {
        Index = await CreateAsync();
        await Index.ApplyAsync([.. Entries.Real.Select(Entries.Published)]);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await GiveBackAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Search_WithoutAnything_FindsAllNewestFirst()
    {
        var answer = await Index.SearchAsync("");

        Assert.Equal(Entries.Real.Count, answer.Total);
        Assert.Equal(20, answer.Hits.Count);
        var years = (await Index.AllAsync("")).Select(hit => hit.Year ?? 0).ToList();
        Assert.True(years[0] >= years[^1]);
    }

    [Fact]
    public async Task Search_ForRemittances_PutsPrimeAndSendingMoneyHomeFirst()
    {
        var answer = await Index.SearchAsync("q=remittances");

        var first = answer.Hits.Take(3).Select(hit => hit.Title).ToList();
        Assert.Contains(first, title => title.Contains("PRIME", StringComparison.Ordinal));
        Assert.Contains(first, title => title.Contains("Sending Money Home", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("remitances", "remittances")]
    [InlineData("rémittances", "remittances")]
    [InlineData("REMITTANCES", "remittances")]
    [InlineData("mirgation profiels", "migration profiles")]
    [InlineData("diáspora", "diaspora")]
    [InlineData("recruitement costs", "recruitment costs")]
    [InlineData("IOM", "International Organization for Migration")]
    [InlineData("iom", "International Organisation for Migration")]
    [InlineData("OIM", "Organisation internationale pour les migrations")]
    [InlineData("ILO", "International Labour Organization")]
    [InlineData("GCM", "Global Compact for Safe, Orderly and Regular Migration")]
    [InlineData("UNDP", "United Nations Development Programme")]
    [InlineData("ICMPD", "International Centre for Migration Policy Development")]
    [InlineData("KNOMAD", "Global Knowledge Partnership on Migration and Development")]
    public async Task Search_ForAnotherSpelling_FindsWhatTheCleanFormFinds(string spelling, string clean)
    {
        var expected = await Index.SlugsAsync($"q={clean}");

        Assert.NotEmpty(expected);
        Assert.Equal(expected, await Index.SlugsAsync($"q={spelling}"));
    }

    [Fact]
    public async Task Search_WithAMisspelling_OffersTheCorrection()
    {
        Assert.Equal("remittances to Africa", (await Index.SearchAsync("q=remitances to Africa")).DidYouMean);
        Assert.Null((await Index.SearchAsync("q=remittances to Africa")).DidYouMean);
    }

    [Theory]
    [InlineData("MD")]
    [InlineData("md")]
    [InlineData("CH")]
    [InlineData("MA")]
    public async Task Search_ByCountry_FindsAllThatNameItAndNoOther(string country)
    {
        var expected = Entries.Real.Where(entry => entry.Countries.Any(named => named.Code.Equals(country, StringComparison.OrdinalIgnoreCase))).Select(entry => entry.Slug).Order();

        Assert.Equal(expected, (await Index.SlugsAsync($"country={country}")).Order());
    }

    [Fact]
    public async Task Search_ByCountryAndPartner_FindsOnlyWhatNamesBoth()
    {
        var hits = await Index.AllAsync("country=MD&partner=CH");

        Assert.NotEmpty(hits);
        Assert.All(hits, hit => Assert.Superset(new HashSet<string> { "MD", "CH" }, hit.Countries.ToHashSet()));
    }

    [Fact]
    public async Task Search_AroundNairobi_FindsKenyaThoughItsCentreIsFarther()
    {
        var hits = await Index.AllAsync("near=-1.29,36.82&distanceKm=100");

        Assert.Contains(hits, hit => hit.Countries.Contains("KE"));
        Assert.All(hits, hit => Assert.InRange(hit.DistanceKm!.Value, 0, 100));
    }

    [Fact]
    public async Task Search_InABoxOverWestAfrica_FindsShapesAndStatedRegions()
    {
        var titles = (await Index.AllAsync("bbox=-18,4,16,25")).Select(hit => hit.Title).ToList();

        Assert.Contains(titles, title => title.Contains("AMEDIP", StringComparison.Ordinal));
        Assert.Contains(titles, title => title.StartsWith("Spain-ECOWAS Fund", StringComparison.Ordinal));
        Assert.DoesNotContain("Prague Process", titles);
    }

    [Theory]
    [InlineData("")]
    [InlineData("q=migration")]
    [InlineData("q=remitances Moldova programme")]
    [InlineData("kind=practice")]
    [InlineData("kind=tool&theme=diaspora&theme=policy-coherence-data")]
    [InlineData("q=migration policy&region=002")]
    public async Task Search_Facets_CountWhatTheFilteredListShows(string query)
    {
        var answer = await Index.SearchAsync(query);

        foreach (var (facet, value) in answer.Facets.Where(facet => !query.Contains($"{facet.Key}=", StringComparison.Ordinal)).SelectMany(facet => facet.Value.Select(value => (facet.Key, value))))
        {
            var narrowed = await Index.SearchAsync($"{query}&{facet}={value.Value}");
            Assert.True(narrowed.Total == value.Count, $"{facet}={value.Value}: counted {value.Count}, shown {narrowed.Total}");
            Assert.True(narrowed.Facets[facet].Single(other => other.Value == value.Value).Selected);
        }
    }

    [Fact]
    public async Task Search_InOtherLanguages_FindsByTheNamesOfVocabularies()
    {
        Assert.NotEmpty(await Index.AllAsync("q=envois de fonds"));
        Assert.NotEmpty(await Index.AllAsync("q=remesas"));
        Assert.Contains(await Index.AllAsync("q=enfants migrants non accompagnés"), hit => hit.Title.Contains("Unaccompanied", StringComparison.Ordinal));
        Assert.NotEmpty(await Index.AllAsync("q=cambio climático"));
        Assert.Contains(await Index.AllAsync("q=Suisse"), hit => hit.Countries.Contains("CH"));
    }

    [Fact]
    public async Task Search_Labels_AreInTheLanguageAsked()
    {
        var answer = await Index.SearchAsync("lang=fr");

        Assert.Contains(answer.Facets["country"], value => value is { Value: "CH", Label: "Suisse" });
        Assert.Contains(answer.Facets["kind"], value => value is { Value: "practice", Label: "Pratiques" });
    }

    [Fact]
    public async Task Suggest_ForABeginning_OffersEntriesCountriesThemesAndOrganisations()
    {
        var cancellation = TestContext.Current.CancellationToken;

        Assert.Contains((await Index.SuggestAsync("diasp", "en", cancellation)).Suggestions, suggestion => suggestion.Kind == "theme");
        Assert.Contains((await Index.SuggestAsync("moldo", "en", cancellation)).Suggestions, suggestion => suggestion is { Kind: "country", Url: "/countries/md" });
        Assert.Contains((await Index.SuggestAsync("iom", "en", cancellation)).Suggestions, suggestion => suggestion.Kind == "organisation");
        Assert.Contains((await Index.SuggestAsync("sending mon", "en", cancellation)).Suggestions, suggestion => suggestion.Text.StartsWith("Sending Money", StringComparison.Ordinal));
        Assert.Empty((await Index.SuggestAsync("zzqqx", "en", cancellation)).Suggestions);
    }

    [Fact]
    public async Task Map_OfAll_HoldsEveryCountryAndCountsTheRest()
    {
        var map = await Index.MapAsync(Ask.Request(""), 3, TestContext.Current.CancellationToken);

        Assert.Equal(Entries.Real.SelectMany(entry => entry.Countries.Select(country => country.Code)).Distinct().Order(), map.Countries.Select(country => country.Code).Order());
        var unplaced = Entries.Real.Where(entry => entry.Countries.Count == 0 && entry.Places.Count == 0).ToList();
        Assert.Equal(unplaced.Count, map.Unplaced);
        Assert.Equal(unplaced.Select(entry => entry.Slug).Order(), map.UnplacedEntries.Select(entry => entry.Slug).Order());
        Assert.All(map.Clusters, cluster => Assert.Equal(cluster.Count == 1, cluster.Sole is not null));
    }
}
