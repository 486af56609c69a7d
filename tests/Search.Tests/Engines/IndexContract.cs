using PfP.Contracts.Catalogue;
using PfP.Contracts.Search.Api;
using PfP.Search.Engines;

namespace PfP.Search.Tests.Engines;

/// <summary>How every engine must behave, shown on small entries.</summary>
public abstract class IndexContract : IAsyncLifetime
{
    protected ISearchIndex Index { get; private set; } = null!;

    protected abstract Task<ISearchIndex> CreateAsync();

    public async ValueTask InitializeAsync() => Index = await CreateAsync();

    public virtual async ValueTask DisposeAsync()
    {
        // There is none where the test is skipped because its engine is not there.
        if (Index is not null)
        {
            await Index.DisposeAsync();
        }
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Apply_OfAnOlderVersion_ChangesNothing()
    {
        await Index.ApplyAsync(Entries.Published(Entries.New(1, "Second title", version: 2)));
        await Index.ApplyAsync(Entries.Published(Entries.New(1, "First title", version: 1)));

        Assert.Equal("Second title", Assert.Single(await Index.AllAsync("")).Title);
    }

    [Fact]
    public async Task Apply_OfSeveralVersionsAtOnce_KeepsTheHighest()
    {
        await Index.ApplyAsync(Entries.Published(Entries.New(1, "Third", version: 3)), Entries.Published(Entries.New(1, "First", version: 1)), Entries.Withdrawn(1, 2));

        Assert.Equal("Third", Assert.Single(await Index.AllAsync("")).Title);
    }

    [Fact]
    public async Task Apply_OfAWithdrawal_RemovesTheEntryForGood()
    {
        await Index.ApplyAsync(Entries.Published(Entries.New(1, "Harbours today", version: 1)), Entries.Published(Entries.New(2, "Harbours tomorrow")));
        await Index.ApplyAsync(Entries.Withdrawn(1, 3));
        await Index.ApplyAsync(Entries.Published(Entries.New(1, "Late", version: 2)));

        Assert.Equal("Harbours tomorrow", Assert.Single(await Index.AllAsync("q=harbour")).Title);
        Assert.Equal(1, (await Index.SearchAsync("")).Facets["kind"].Single().Count);
        Assert.Empty((await Index.SuggestAsync("today", "en", TestContext.Current.CancellationToken)).Suggestions);
    }

    [Fact]
    public async Task Apply_OfAWithdrawalBeforeThePublication_KeepsItOut()
    {
        await Index.ApplyAsync(Entries.Withdrawn(1, 2));
        await Index.ApplyAsync(Entries.Published(Entries.New(1, "Too late", version: 1)));

        Assert.Empty(await Index.AllAsync(""));
    }

    [Fact]
    public async Task Apply_OfAnUpdate_ForgetsTheOldWords()
    {
        await Index.ApplyAsync(Entries.Published(Entries.New(1, "Zebra crossings", version: 1)));
        await Index.ApplyAsync(Entries.Published(Entries.New(1, "Footbridges", version: 2)));

        var answer = await Index.SearchAsync("q=zebra");
        Assert.Equal(0, answer.Total);
        Assert.Null(answer.DidYouMean);
        Assert.Equal(1, (await Index.SearchAsync("q=footbridge")).Total);
    }

    [Fact]
    public async Task Apply_ChangesTheStateThatAnswersAreTaggedWith()
    {
        var before = Index.StateAt(default);
        await Index.ApplyAsync(Entries.Published(Entries.New(1, "One")));
        var published = Index.StateAt(default);
        await Index.ApplyAsync(Entries.Withdrawn(1, 2));

        Assert.Equal(3, new HashSet<string> { before, published, Index.StateAt(default) }.Count);
    }

    [Fact]
    public async Task Search_RanksTitleBeforeSummaryBeforeBody()
    {
        await Index.ApplyAsync(
            Entries.Published(Entries.New(1, "Something else", body: "A body that says passport once among other words.")),
            Entries.Published(Entries.New(2, "Something new", summary: "A summary that says passport once among others.")),
            Entries.Published(Entries.New(3, "Passport offices")));

        Assert.Equal(["entry-3", "entry-2", "entry-1"], await Index.SlugsAsync("q=passport"));
    }

    [Fact]
    public async Task Search_RanksWordsThatStandTogetherFirst()
    {
        await Index.ApplyAsync(
            Entries.Published(Entries.New(1, "Note one", "The return of workers was planned; later, skills for migrants.")),
            Entries.Published(Entries.New(2, "Note two", "The skills return with migrants, and other things were planned.")));

        Assert.Equal(["entry-2", "entry-1"], await Index.SlugsAsync("q=skills return"));
    }

    [Fact]
    public async Task Search_WithSeveralWords_WantsAllOfThemWhereThatFindsAnything()
    {
        await Index.ApplyAsync(
            Entries.Published(Entries.New(1, "Water and soil")),
            Entries.Published(Entries.New(2, "Water pumps")),
            Entries.Published(Entries.New(3, "Soil testing")));

        Assert.Equal(["entry-1"], await Index.SlugsAsync("q=water soil"));
        Assert.Equal(["entry-2", "entry-3"], (await Index.SlugsAsync("q=pumps testing")).Order());
    }

    [Fact]
    public async Task Search_WithManyWords_WantsMostOfThem()
    {
        await Index.ApplyAsync(
            Entries.Published(Entries.New(1, "alpha beta gamma delta")),
            Entries.Published(Entries.New(2, "alpha beta")),
            Entries.Published(Entries.New(3, "alpha")));

        Assert.Equal(["entry-1"], await Index.SlugsAsync("q=alpha beta gamma epsilon omega1"));
    }

    [Fact]
    public async Task Search_WithFourWordsOrMore_WantsMostThoughOneHasAll()
    {
        await Index.ApplyAsync(
            Entries.Published(Entries.New(1, "alpha beta gamma delta")),
            Entries.Published(Entries.New(2, "alpha beta gamma")),
            Entries.Published(Entries.New(3, "alpha beta")));

        Assert.Equal(["entry-1", "entry-2"], await Index.SlugsAsync("q=alpha beta gamma delta"));
    }

    [Fact]
    public async Task Search_ForAnotherWordForTheSame_FindsIt_AfterWhatWasTyped()
    {
        await Index.ApplyAsync(
            Entries.Published(Entries.New(1, "Hiring of divers")),
            Entries.Published(Entries.New(2, "Recruitment of divers")),
            Entries.Published(Entries.New(3, "Divers at work")));

        Assert.Equal(["entry-2", "entry-1"], await Index.SlugsAsync("q=recruitment divers"));
        Assert.Equal(["entry-1", "entry-2"], await Index.SlugsAsync("q=hiring divers"));
        Assert.Equal(["entry-2"], await Index.SlugsAsync("q=\"recruitment\" divers"));
    }

    [Fact]
    public async Task Search_ForTheNameOfAPeople_FindsTheirCountry()
    {
        await Index.ApplyAsync(
            Entries.Published(Entries.New(1, "Orchards") with { Countries = [new("MD", "lead")] }),
            Entries.Published(Entries.New(2, "Vineyards") with { Countries = [new("FR", "lead")] }));

        Assert.Equal(["entry-1"], await Index.SlugsAsync("q=Moldovan"));
        Assert.Equal(["entry-1"], await Index.SlugsAsync("q=moldaves"));
        Assert.Equal(["entry-2"], await Index.SlugsAsync("q=Français"));
    }

    [Fact]
    public async Task Search_InAnotherLanguage_FindsEnglishTexts()
    {
        await Index.ApplyAsync(Entries.Published(Entries.New(1, "Flood shelters")), Entries.Published(Entries.New(2, "A handbook for mayors")));

        Assert.Equal(["entry-2"], await Index.SlugsAsync("q=manuel pour les maires"));
        Assert.Equal(["entry-2"], await Index.SlugsAsync("q=guía para alcaldes"));
        Assert.Equal(["entry-1"], await Index.SlugsAsync("q=الفيضان"));
    }

    [Fact]
    public async Task Search_ForAQuotedPhrase_WantsTheWordsInARow()
    {
        await Index.ApplyAsync(
            Entries.Published(Entries.New(1, "Green cards for blue harbours")),
            Entries.Published(Entries.New(2, "Blue cards and green harbours")));

        Assert.Equal(2, (await Index.SearchAsync("q=blue cards")).Total);
        Assert.Equal(["entry-2"], await Index.SlugsAsync("q=\"blue cards\""));
    }

    [Fact]
    public async Task Search_WhileTyping_FindsWordsThatBeginSo()
    {
        await Index.ApplyAsync(Entries.Published(Entries.New(1, "Naturalisation")), Entries.Published(Entries.New(2, "Navigation")));

        Assert.Equal(["entry-1"], await Index.SlugsAsync("q=natura"));
        Assert.Equal(2, (await Index.SearchAsync("q=na")).Total);
    }

    [Fact]
    public async Task Search_Highlights_MarkWholeWordsInEveryText()
    {
        await Index.ApplyAsync(Entries.Published(Entries.New(
            1, "Training of nurses", "Nurses’ skills — trained abroad.", string.Join(' ', Enumerable.Repeat("filler", 60)) + " then a nurse is trained here. " + string.Join(' ', Enumerable.Repeat("more", 60)))));

        var highlights = (await Index.SearchAsync("q=training nurse")).Hits.Single().Highlights;

        Assert.Equal("[Training] of [nurses]", Shown(highlights.Title));
        Assert.Equal("[Nurses]’ skills — [trained] abroad.", Shown(highlights.Summary));
        Assert.StartsWith("…", highlights.Body, StringComparison.Ordinal);
        Assert.Contains("then a [nurse] is [trained] here", Shown(highlights.Body), StringComparison.Ordinal);
        Assert.EndsWith("…", highlights.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_PlacesBeforeCountries_DecideWhereAnEntryIs()
    {
        var kenya = Entries.New(1, "In Mombasa") with { Countries = [new("KE", "lead")], Places = [new EntryPlace("Mombasa", -4.05, 39.67)] };
        var fiji = Entries.New(2, "In Fiji") with { Countries = [new("FJ", "lead")] };
        await Index.ApplyAsync(Entries.Published(kenya), Entries.Published(fiji), Entries.Published(Entries.New(3, "Nowhere")));

        Assert.Empty(await Index.AllAsync("near=-1.29,36.82&distanceKm=100"));
        Assert.Equal(["entry-1"], await Index.SlugsAsync("near=-1.29,36.82&distanceKm=500"));
        Assert.Equal(["entry-2"], await Index.SlugsAsync("bbox=170,-25,-170,-10"));
        Assert.Equal(["entry-1", "entry-2", "entry-3"], await Index.SlugsAsync("near=-1.29,36.82&sort=distance"));
        var hit = (await Index.SearchAsync("near=-4.05,39.67&q=mombasa")).Hits.Single();
        Assert.Equal(0, hit.DistanceKm);
    }

    [Fact]
    public async Task Search_SortedByTitle_FollowsTheAlphabetOfTheLanguage()
    {
        await Index.ApplyAsync(
            Entries.Published(Entries.New(1, "Zones")), Entries.Published(Entries.New(2, "Échanges")), Entries.Published(Entries.New(3, "emplois")), Entries.Published(Entries.New(4, "“Accords”")));

        Assert.Equal(["entry-4", "entry-2", "entry-3", "entry-1"], await Index.SlugsAsync("sort=title&lang=fr"));
    }

    [Fact]
    public async Task Search_Newest_TakesTheDayAddedThenTheSummitThenThePublication()
    {
        await Index.ApplyAsync(
            Entries.Published(Entries.New(1, "No date")),
            Entries.Published(Entries.New(2, "Summit") with { Summits = [new(9, 2016, "Dhaka")] }),
            Entries.Published(Entries.New(3, "Added") with { DateAdded = new DateOnly(2016, 5, 1), Summits = [new(12, 2020, "Abu Dhabi")] }),
            Entries.Published(Entries.New(4, "Published") with { PublishedAt = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero) }));

        Assert.Equal(["entry-4", "entry-3", "entry-2", "entry-1"], await Index.SlugsAsync("sort=newest"));
    }

    [Fact]
    public async Task Search_TextsOfSeveralLanguages_AreFoundInEachAndShownInTheOneAsked()
    {
        var entry = Entries.New(1, "Savings groups");
        await Index.ApplyAsync(Entries.Published(entry with { Texts = new Dictionary<string, EntryText>(entry.Texts) { ["fr"] = new("Groupes d’épargne", null, null, "human") } }));

        Assert.Equal(1, (await Index.SearchAsync("q=epargnes")).Total);
        var hit = (await Index.SearchAsync("q=épargne&lang=fr")).Hits.Single();
        Assert.Equal(("Groupes d’épargne", "fr"), (hit.Title, hit.Language));
        Assert.Equal("Groupes d’[épargne]", Shown(hit.Highlights.Title));
        Assert.Equal("en", (await Index.SearchAsync("q=épargne&lang=es")).Hits.Single().Language);
    }

    [Fact]
    public async Task FindAmong_FindsWhatTheSearchFinds_AndNothingElse()
    {
        await Index.ApplyAsync(
            Entries.Published(Entries.New(1, "Harbour pilots") with { Owner = "country:MD" }),
            Entries.Published(Entries.New(2, "Harbour cranes", body: "A body.")),
            Entries.Published(Entries.New(3, "Harbour pilots at night")),
            Entries.Published(Entries.New(4, "Harbour lights")));
        await Index.ApplyAsync(Entries.Withdrawn(4, 2), Entries.Published(Entries.New(2, "Harbour cranes today", body: "A body.", version: 2)));

        Assert.Equal(["Harbour cranes today", "Harbour pilots"], await AmongAsync("q=harbour", 1, 2, 4, 5));
        // Where the whole index has what matches all words, what matches some of them is not found, among whatever it is looked for.
        Assert.Empty(await AmongAsync("q=harbour pilots", 2));
        Assert.Equal(["Harbour pilots"], await AmongAsync("kind=practice&pageSize=1&page=9", 1));
        Assert.Empty(await AmongAsync("kind=tool", 1, 2, 3));
        Assert.Empty(await AmongAsync("q=harbour"));
        Assert.Equal("country:MD", (await Index.FindAmongAsync(Ask.Request(""), new HashSet<Guid> { Entries.Id(1) }, TestContext.Current.CancellationToken)).Single().Owner);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("AND OR NOT NEAR(\"a\" *")]
    [InlineData("title:* -^$ ' OR 1=1; DROP TABLE document;--")]
    [InlineData("😀 👨‍👩‍👧 🇲🇩")]
    [InlineData("الهجرة والتنمية")]
    [InlineData("\uD83D")]
    [InlineData("\0\u0007\u202E")]
    [InlineData("%%% ___ \\ \\\" { } [ ] ( ) ~ ? *")]
    [InlineData("the of and")]
    public async Task Search_ForAnything_IsSafe(string text)
    {
        await Index.ApplyAsync(Entries.Published(Entries.New(1, "Plain entry")));

        foreach (var typed in new[] { text, string.Concat(Enumerable.Repeat(text + " ", 10_000 / (text.Length + 1))), text + new string('x', 10_000) })
        {
            var answer = await Index.SearchAsync($"q={Uri.EscapeDataString(typed)}");
            Assert.InRange(answer.Total, 0, 1);
            await Index.SuggestAsync(typed, "en", TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Search_InArabic_IgnoresVowelSignsAndTheArticle()
    {
        await Index.ApplyAsync(Entries.Published(Entries.New(1, "الهِجْرة والتنمية")));

        Assert.Equal(1, (await Index.SearchAsync("q=هجره")).Total);
    }

    private async Task<IEnumerable<string>> AmongAsync(string query, params int[] numbers) =>
        (await Index.FindAmongAsync(Ask.Request(query), numbers.Select(Entries.Id).ToHashSet(), TestContext.Current.CancellationToken))
        .Select(document => document.Texts["en"].Title).Order();

    private static string? Shown(string? highlight) => highlight?.Replace(Highlights.Start, '[').Replace(Highlights.End, ']');
}
