using System.Net;
using System.Net.Http.Json;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Submissions;

/// <summary>Texts in further languages come in with an entry, are corrected with it, and say who translated them.</summary>
public sealed class TranslationTests(CatalogueHost host)
{
    private static readonly SubmissionTranslation French = new("fr", "human")
    {
        Title = "Des droits à pension qui suivent",
        Summary = "Deux caisses échangent leurs dossiers.",
        Challenge = "Les cotisations versées à l’étranger se perdent.",
        Solution = "Les caisses échangent **chaque trimestre**.",
        Purpose = "Ce que nulle pratique n’a",
    };

    private static readonly SubmissionTranslation Spanish = new("es", "machine") { Title = "Pensiones que viajan" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entry_IsPublishedInAllItsLanguages_WithTheirOrigins()
    {
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var draft = await member.StartAsync();

        var published = await member.PublishAsync(draft, Contributing.Complete with { Title = "Published in three languages", Translations = [French, Spanish, new("en", null)] }, moderator);

        var (english, french, spanish) = (await InAsync("published-in-three-languages", "en"), await InAsync("published-in-three-languages", "fr"), await InAsync("published-in-three-languages", "es"));
        Assert.Equal([French, Spanish, new("en", null)], published.Form.Translations);
        Assert.Equal(("en", "human", "Published in three languages"), (english.Language, english.Origin, english.Title));
        Assert.Equal(("fr", "human", French.Title, French.Challenge), (french.Language, french.Origin, french.Title, french.Practice!.Challenge));
        Assert.Equal(("es", "machine", Spanish.Title, null, null), (spanish.Language, spanish.Origin, spanish.Title, spanish.Summary, spanish.Practice!.Challenge));
        Assert.Equal([("en", "human"), ("es", "machine"), ("fr", "human")], english.Origins.OrderBy(origin => origin.Key).Select(origin => (origin.Key, origin.Value)));
        var told = Assert.Single(await host.Published.OfAsync<EntryPublished>(entry => entry.Slug == "published-in-three-languages", 1));
        Assert.Equal((French.Title, French.Summary, "human"), (told.Texts["fr"].Title, told.Texts["fr"].Summary, told.Texts["fr"].Origin));
        Assert.Contains("chaque trimestre", told.Texts["fr"].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("nulle pratique", told.Texts["fr"].Body, StringComparison.Ordinal);
        Assert.Equal("machine", told.Texts["es"].Origin);
    }

    [Fact]
    public async Task Tool_HasItsOwnTexts_AndALanguageWithoutAnyIsShownInTheFirst()
    {
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var draft = await member.StartAsync(kind: "tool");

        await member.PublishAsync(
            draft, Contributing.CompleteTool with { Title = "A tool in two languages", Translations = [new("fr", "machine") { Title = "Un outil", Purpose = "Si deux caisses peuvent échanger." }, new("es", "human")] }, moderator);

        var (french, spanish) = (await InAsync("a-tool-in-two-languages", "fr", "tools"), await InAsync("a-tool-in-two-languages", "es", "tools"));
        Assert.Equal(("machine", "Un outil", "Si deux caisses peuvent échanger.", null), (french.Origin, french.Title, french.Tool!.Purpose, french.Tool.Audience));
        Assert.Equal(("en", "A tool in two languages", "en fr"), (spanish.Language, spanish.Title, string.Join(' ', spanish.Languages)));
    }

    [Fact]
    public async Task Correction_AddsALanguage_ChangesOneText_AndTakesItAway_WhileEarlierVersionsKeepTheirs()
    {
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var slug = (await member.PublishAsync(await member.StartAsync(), Contributing.Complete with { Title = "Translated later" }, moderator)).Slug!;

        await CorrectAsync([French]);
        var correction = await CorrectAsync([French with { Origin = "machine", Summary = "Un autre résumé.", Purpose = null }]);
        var changed = await InAsync(slug, "fr");
        await CorrectAsync([]);

        Assert.Equal([French with { Purpose = "" }], correction.Base!.Translations.Select(texts => texts with { Purpose = texts.Purpose ?? "", Lessons = null, Audience = null }));
        Assert.Equal(("machine", "Un autre résumé.", French.Challenge), (changed.Origin, changed.Summary, changed.Practice!.Challenge));
        Assert.Equal(["en", "fr", "fr", "en"], new[] { await VersionAsync(1), await VersionAsync(2), await VersionAsync(3), await InAsync(slug, "fr") }.Select(entry => entry.Language));

        Task<EntryResponse> VersionAsync(int version) => host.GetAsync<EntryResponse>($"practices/{slug}/versions/{version}?lang=fr");

        async Task<SubmissionResponse> CorrectAsync(SubmissionTranslation[] translations)
        {
            var begun = await member.CorrectAsync(slug);
            return await member.PublishAsync(begun, begun.Form with { Translations = translations }, moderator);
        }
    }

    [Fact]
    public async Task Correction_OfOneText_KeepsWhatTheFormDoesNotAskFor_AndWhatWasWrittenMeanwhile()
    {
        await host.ImportAsync(new { kind = "practice", key = "kept-translation", title = "Kept beside a translation", ownerCountry = "MD" });
        await host.ImportAsync(new { kind = "practice", key = "kept-translation", language = "fr", title = "Gardée", results = "Des résultats.", origin = "machine" });
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var correction = await member.CorrectAsync("kept-beside-a-translation");
        await host.ImportAsync(new { kind = "practice", key = "kept-translation", language = "fr", summary = "Écrit entre-temps." });
        await host.ImportAsync(new { kind = "practice", key = "kept-translation", language = "es", title = "Añadida" });

        await member.PublishAsync(correction, correction.Form with { Translations = [.. correction.Form.Translations.Select(texts => texts with { Title = "Corrigée" })] }, moderator);

        var (french, spanish) = (await InAsync("kept-beside-a-translation", "fr"), await InAsync("kept-beside-a-translation", "es"));
        Assert.Equal(("Corrigée", "Écrit entre-temps.", "Des résultats.", "machine"), (french.Title, french.Summary, french.Practice!.Results, french.Origin));
        Assert.Equal(("es", "Añadida"), (spanish.Language, spanish.Title));
    }

    [Theory]
    [InlineData("de", "human", "Title")]
    [InlineData("en", "human", "Title")]
    [InlineData("fr", "none", "Title")]
    [InlineData("fr", null, "Title")]
    [InlineData("fr", "human", null)]
    [InlineData(null, "human", "Title")]
    [InlineData("fr", "human", "long")]
    [InlineData("es", "human", "Title")]
    public async Task Translation_ThatIsWrong_KeepsItFromBeingSentIn(string? language, string? origin, string? title)
    {
        using var member = new Contributing(host, "member", Contributing.NewCountry());
        var draft = await member.StartAsync(Contributing.Complete with
        {
            Translations = [Spanish, new(language, origin) { Title = title == "long" ? new('x', 151) : title, Summary = "Something." }],
        });

        using var refused = await member.SendAsync(HttpMethod.Post, $"/{draft.Id}/submit", version: draft.Version);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var problems = (await refused.Content.ReadFromJsonAsync<Microsoft.AspNetCore.Mvc.ValidationProblemDetails>(Cancellation))!.Errors;
        Assert.Equal(["translations"], problems.Keys);
    }

    [Fact]
    public async Task Draft_HoldsNoMore_ThanCanBeStored()
    {
        using var member = new Contributing(host, "member", Contributing.NewCountry());
        var draft = await member.StartAsync();

        foreach (var wrong in new object?[] { null, new object?[] { null }, new object[] { new { language = "fr", summary = new string('x', 20_001) } }, Enumerable.Repeat(French, 11), new object[] { new { language = "fr", title = "Two\nlines" } } })
        {
            using var refused = await member.SendAsync(HttpMethod.Put, $"/{draft.Id}", new { title = "Too much", translations = wrong }, draft.Version);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        Assert.Equal(draft.Version, (await member.ReadAsync<SubmissionResponse>($"/{draft.Id}")).Version);
    }

    private Task<EntryResponse> InAsync(string slug, string language, string list = "practices") => host.GetAsync<EntryResponse>($"{list}/{slug}?lang={language}");
}
