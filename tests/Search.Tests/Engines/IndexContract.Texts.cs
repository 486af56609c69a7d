using PfP.Contracts.Catalogue;
using PfP.Contracts.Search.Api;

namespace PfP.Search.Tests.Engines;

/// <summary>What is found by a text, in what order, and what of it is marked.</summary>
public abstract partial class IndexContract
{
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

    private static string? Shown(string? highlight) => highlight?.Replace(Highlights.Start, '[').Replace(Highlights.End, ']');
}
