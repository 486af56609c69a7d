using PfP.Portal.Tests.Security;

namespace PfP.Portal.Tests.Pages;

/// <summary>A video is a link until it is asked for; how it plays then is shown in a browser.</summary>
public sealed class VideoTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Video_OnAKnownSite_IsALink_ThatAScriptMayPlay_WithCaptionsAndTranscript()
    {
        var visit = await portal.VisitAsync("/fr/practices/sending-money-home");

        var box = visit.Page.QuerySelector("#video a.video-box")!;
        Assert.Equal(("https://youtu.be/dQw4w9WgXcQ?si=x", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"), (box.GetAttribute("href"), box.GetAttribute("data-player")));
        Assert.Contains("Rien n’est chargé de YouTube", visit.Text("#video"), StringComparison.Ordinal);
        Assert.Contains("Elle est sous-titrée.", visit.Text("#video"), StringComparison.Ordinal);
        Assert.Contains("https://example.org/said", visit.Links("#video"));
        Assert.Empty(visit.Page.QuerySelectorAll("iframe, embed, object, video"));
        Assert.DoesNotContain(visit.Page.QuerySelectorAll("img, script, link[rel=preconnect], link[rel=preload]"), element => $"{element.GetAttribute("src")}{element.GetAttribute("href")}".Contains("//", StringComparison.Ordinal));
        Assert.Single(visit.Page.QuerySelectorAll("script[src*=video]"));
    }

    [Fact]
    public async Task Video_Elsewhere_IsAPlainLink_WithoutAScript()
    {
        var visit = await portal.VisitAsync("/tools/guide");

        Assert.Equal(["https://media.example.org/guide.mp4"], visit.Links("#video"));
        Assert.Contains("Watch the video on media.example.org", visit.Text("#video"), StringComparison.Ordinal);
        Assert.Contains("It has no captions.", visit.Text("#video"), StringComparison.Ordinal);
        Assert.Empty(visit.Page.QuerySelectorAll("[data-player], script[src*=video]"));
    }

    [Fact]
    public async Task Video_WithAHostileAddress_IsAddressedAsText()
    {
        var visit = await portal.VisitAsync("/practices/hostile");

        Assert.Single(visit.Links("#video"));
        Assert.Empty(visit.Page.QuerySelectorAll("[data-player]"));
        Harmless.Check(visit);
    }

    [Fact]
    public async Task Form_SendsIt()
    {
        var member = portal.Issuer.AccessToken(roles: ["member"], entity: FakeSubmissions.Owner);

        await portal.SubmitAsync(
            $"/contribute/{FakeSubmissions.Draft}", "form", member, ("title", "With a video"), ("videoUrl", "https://vimeo.com/76979871"), ("videoCaptions", "no"), ("videoTranscript", "https://example.org/said"), ("then", "save"));

        Assert.Contains(
            ""","video":{"url":"https://vimeo.com/76979871","captions":"no","transcript":"https://example.org/said"}""",
            portal.Behind.Submissions.Told.Last(line => line.StartsWith($"PUT /{FakeSubmissions.Draft}", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }
}
