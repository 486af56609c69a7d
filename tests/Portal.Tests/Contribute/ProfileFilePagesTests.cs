using System.Net;
using PfP.ServiceDefaults;
using PfP.Testing;

namespace PfP.Portal.Tests.Contribute;

/// <summary>A Migration Profile's document is a link or a file: what is wrong with one costs nothing else that was typed, nor a file that was fine.</summary>
public sealed class ProfileFilePagesTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    private const string Field = "newFile";
    private const string List = "/contribute/profiles";
    private static readonly string Held = $"{List}/{FakeProfiles.Held}";

    private FakeProfiles Profiles => portal.Behind.Profiles;

    private string FocalPoint => portal.Issuer.AccessToken(roles: ["focal_point"], entity: "country:MD");

    public void Dispose() => Profiles.Wrong = null;

    [Fact]
    public async Task File_IsSentOn_AndTheProfileNamesIt()
    {
        var visit = await portal.SubmitAsync($"/es{List}", "add", FocalPoint, [(Field, "C:\\Profile.PDF", SampleFiles.Pdf())], ("year", "2019"), ("language", "fr"), ("url", ""), ("title", ""));

        Assert.Equal(HttpStatusCode.Redirect, visit.Status);
        Assert.Equal(
            ["POST /files/MD Profile.pdf", $$"""POST /  {"country":"MD","year":"2019","language":"fr","url":"{{FakeProfiles.SentFile}}","title":""}"""],
            Profiles.Told.TakeLast(2));
    }

    [Fact]
    public async Task File_ThatWasFine_IsKept_WhenSomethingElseIsWrong()
    {
        Profiles.Wrong = new Dictionary<string, string[]> { ["year"] = ["In English."] };
        var refused = await portal.SubmitAsync(List, "add", FocalPoint, [(Field, "Profile.pdf", SampleFiles.Pdf())], ("year", "19"), ("language", "fr"), ("url", ""), ("title", "Kept"));
        Profiles.Wrong = null;

        Assert.Equal((HttpStatusCode.UnprocessableEntity, FakeProfiles.SentFile), (refused.Status, refused.Page.QuerySelector("input[name=file]")!.GetAttribute("value")));
        Assert.Contains("Sent.pdf", refused.Text("#url"), StringComparison.Ordinal);
        await portal.SubmitAsync(List, "add", FocalPoint, ("year", "2019"), ("language", "fr"), ("url", ""), ("title", "Kept"), ("file", FakeProfiles.SentFile));
        Assert.Equal($$"""POST /  {"country":"MD","year":"2019","language":"fr","url":"{{FakeProfiles.SentFile}}","title":"Kept"}""", Profiles.Told.Last());
    }

    [Theory]
    [InlineData("large.pdf", "large.pdf dépasse 5 Mo. Réduisez-le")]
    [InlineData("page.html", "page.html n’est pas d’un type accepté ici")]
    [InlineData("photo.png", "photo.png n’est pas d’un type accepté ici")]
    [InlineData("profile.docx", "profile.docx n’est pas du type qu’indique son nom")]
    [InlineData("both.pdf", "une adresse web ou un fichier, pas les deux", "https://example.org/x")]
    public async Task File_ThatIsNotTaken_IsNamedAtTheField_AndNothingElseIsLost(string name, string message, string link = "")
    {
        var before = Profiles.Told.Count;
        var content = name switch { "large.pdf" => new byte[FileCheck.LargestBytes + 1], "page.html" => "<script>"u8.ToArray(), "photo.png" => SampleFiles.Png(), _ => SampleFiles.Pdf() };

        var visit = await portal.SubmitAsync($"/fr{List}", "add", FocalPoint, [(Field, name, content)], ("year", "2019"), ("language", "es"), ("url", link), ("title", "Kept"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Contains(message, visit.Text("#url-error"), StringComparison.Ordinal);
        Assert.Equal(["#url"], visit.Links(".error-summary"));
        Assert.Equal(["2019", link, "Kept"], new[] { "year", "url", "title" }.Select(field => visit.Page.QuerySelector($"input[name={field}]")!.GetAttribute("value")));
        Assert.Equal("es", visit.Page.QuerySelector("select[name=language] option[selected]")!.GetAttribute("value"));
        Assert.Equal(before, Profiles.Told.Count);
    }

    [Fact]
    public async Task Profile_WithAFile_KeepsIt_UntilALinkOrAnotherFileIsGiven()
    {
        var page = await portal.VisitAsync(Held, FocalPoint);
        var kept = await portal.SubmitAsync(Held, "change", FocalPoint, ("url", ""), ("title", "New"));
        var link = await portal.SubmitAsync(Held, "change", FocalPoint, ("url", "https://example.org/new"), ("title", "New"));
        var file = await portal.SubmitAsync(Held, "change", FocalPoint, [(Field, "New.pdf", SampleFiles.Pdf())], ("url", ""), ("title", "New"));

        Assert.Equal(("", FakeProfiles.File), (page.Page.QuerySelector("input[name=url]")!.GetAttribute("value") ?? "", page.Page.QuerySelector("input[name=file]")!.GetAttribute("value")));
        Assert.Contains("Profile é.pdf", page.Text("#url"), StringComparison.Ordinal);
        Assert.All([kept, link, file], visit => Assert.Equal(HttpStatusCode.Redirect, visit.Status));
        Assert.Equal(
            [FakeProfiles.File, "https://example.org/new", "", FakeProfiles.SentFile],
            Profiles.Told.TakeLast(4).Select(told => told.Split("\"url\":\"") is [_, var rest] ? rest.Split('"')[0] : ""));
    }

    [Fact]
    public async Task File_IsLinkedWhereTheProfileIsListed_AndKnownByItsName()
    {
        var country = await portal.VisitAsync("/countries/md");
        var list = await portal.VisitAsync(List, FocalPoint);

        Assert.Contains(FakeProfiles.File, country.Links("#migration-profiles"));
        Assert.Equal("Profile é.pdf", list.Text("tbody td:nth-child(3) a"));
    }

    [Fact]
    public async Task Address_ThatIsNoFileOfOurs_IsNotKeptAsOne()
    {
        await portal.SubmitAsync(List, "add", FocalPoint, ("year", "2019"), ("language", "fr"), ("url", ""), ("title", ""), ("file", "javascript:alert(1)"));

        Assert.Equal("""POST /  {"country":"MD","year":"2019","language":"fr","url":"","title":""}""", Profiles.Told.Last());
    }
}
