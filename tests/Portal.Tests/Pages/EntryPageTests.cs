namespace PfP.Portal.Tests.Pages;

public sealed class EntryPageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Practice_Always_ShowsTheFieldsThatHaveAValueAndNoOthers()
    {
        var visit = await portal.VisitAsync("/practices/sending-money-home");
        var headings = visit.Page.QuerySelectorAll("article h2").Select(heading => heading.TextContent).ToList();

        Assert.Equal(
            ["The challenge", "The approach", "Step by step", "Updates and lessons since then", "In figures", "Video", "Presented at", "Related entries", "Links", "Sources", "Cite this entry", "Where", "Organisations", "Facts", "Themes", "At the Forum", "Global Compact for Migration", "Sustainable Development Goals", "Versions", "Get in touch about this", "Follow", "Share", "Contact for members", "Report a problem"],
            headings);
    }

    [Fact]
    public async Task Tags_WhenSuggested_StandApartFromStatedOnes()
    {
        var visit = await portal.VisitAsync("/practices/sending-money-home");

        Assert.Equal("Diaspora engagement", visit.Text(".suggested + .chips"));
        Assert.DoesNotContain("chip-suggested", visit.Page.QuerySelector("a.chip[href='/themes/remittances']")!.ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_Always_AreNamedAndGroupedInTheReadersLanguage()
    {
        var visit = await portal.VisitAsync("/fr/practices/sending-money-home");

        Assert.Contains("Pays pilotes", visit.Text(".text .figures"), StringComparison.Ordinal);
        Assert.Matches(@"15\s000\s000", visit.Text(".text .figures"));
    }

    [Theory]
    [InlineData("", "3 March 2027, confirmed by Moldova")]
    [InlineData("/fr", "3 mars 2027, confirmé par : Moldavie")]
    [InlineData("/es", "3 marzo 2027, confirmado por: Moldavia")]
    public async Task Verification_OfWhatSomebodyAnswersFor_SaysWhoConfirmedIt(string language, string says)
    {
        var visit = await portal.VisitAsync($"{language}/practices/pratique-francaise");

        Assert.Contains(says, visit.Page.QuerySelectorAll("dl.facts dd").Select(fact => fact.TextContent));
    }

    [Fact]
    public async Task Citation_Always_NamesAuthorsYearVersionAndAddress() => Assert.Equal(
        "IFAD (2013). Sending Money Home. Platform for Partnerships, Global Forum on Migration and Development, version 2. http://localhost/practices/sending-money-home/v/2",
        (await portal.VisitAsync("/practices/sending-money-home")).Text(".cite"));

    [Fact]
    public async Task Countries_Always_HaveTheirRoleAndAnOutlineOnTheMap()
    {
        var visit = await portal.VisitAsync("/practices/sending-money-home");

        Assert.Contains("Kenya", visit.Text(".aside"), StringComparison.Ordinal);
        Assert.NotNull(visit.Page.QuerySelector(".world path.named"));
        Assert.Contains("Kenya, Mauritius", visit.Page.QuerySelector(".world")!.GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OldVersion_Always_PointsToTheCurrentOneAndIsNotIndexed()
    {
        var visit = await portal.VisitAsync("/practices/sending-money-home/v/1");

        Assert.Equal("/practices/sending-money-home", visit.Page.QuerySelector(".notice-strong a")!.GetAttribute("href"));
        Assert.NotNull(visit.Page.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Fact]
    public async Task Session_Always_ListsPresentationsInTheirOrder()
    {
        var visit = await portal.VisitAsync("/sessions/pfp-berlin");

        Assert.Equal(["Money", "The guide"], visit.Page.QuerySelectorAll(".steps h3").Select(title => title.TextContent));
    }

    [Fact]
    public async Task Question_AboutAnEntry_NamesItOnTheContactPage()
    {
        var contact = await portal.VisitAsync("/contact?about=%2Fpractices%2Fsending-money-home");

        Assert.Equal("http://localhost/practices/sending-money-home", contact.Text(".cite"));
    }
}
