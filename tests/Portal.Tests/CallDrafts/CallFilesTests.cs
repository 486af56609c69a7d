using System.Net;
using PfP.ServiceDefaults;
using PfP.Testing;

namespace PfP.Portal.Tests.CallDrafts;

/// <summary>Documents of a call are sent with its form, and saved from where they may be seen.</summary>
public sealed class CallFilesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Field = "newFiles";
    private static readonly string Draft = $"/contribute/calls/{FakeCallDrafts.Draft}";

    private FakeCallDrafts Calls => portal.Behind.CallDrafts;

    private string Member => portal.Issuer.AccessToken(roles: ["member"], entity: FakeSubmissions.Owner);

    [Fact]
    public async Task File_IsSentOn_AndTheFormNamesIt()
    {
        var visit = await portal.SubmitAsync($"/es{Draft}", "form", Member, [(Field, "C:\\Terms.PDF", SampleFiles.Pdf())], ("title", "With its terms"), ("then", "files"), ("fileLabel", "Kept"));

        Assert.Equal((HttpStatusCode.Redirect, $"/es{Draft}?saved#files"), (visit.Status, Path(visit)));
        Assert.Contains("%PDF-1.4", Told($"POST /{FakeCallDrafts.Draft}/files"), StringComparison.Ordinal);
        var saved = Told($"PUT /{FakeCallDrafts.Draft}");
        Assert.Contains($"\"id\":\"{FakeSubmissions.KeptFile}\",\"label\":\"Kept\"", saved, StringComparison.Ordinal);
        Assert.Contains($"\"id\":\"{FakeSubmissions.AddedFile}\"", saved, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_ThatIsNotTaken_IsNamedAtTheField_AndTheRestIsSavedButNotSentIn()
    {
        var before = Calls.Told.Count;
        var visit = await portal.SubmitAsync(
            $"/fr{Draft}", "form", Member, [(Field, "large.pdf", new byte[FileCheck.LargestBytes + 1]), (Field, "page.html", "<script>alert(1)</script>"u8.ToArray())],
            ("title", "Kept title"), ("then", "submit"), ("fileLabel", "x"), ("removeFile", $"{FakeSubmissions.KeptFile}"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Contains("large.pdf dépasse 5 Mo", visit.Text("#files-error"), StringComparison.Ordinal);
        Assert.Equal("Kept title", visit.Page.QuerySelector("input[name=title]")!.GetAttribute("value"));
        Assert.Equal([$"PUT /{FakeCallDrafts.Draft}"], Calls.Told.Skip(before).Select(line => string.Join(' ', line.Split(' ').Take(2))));
        Assert.Contains("\"files\":[]", Told("PUT"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/contribute/calls/0190b6f0-0000-7000-8000-0000000000c2", "member")]
    [InlineData("/desk/calls/0190b6f0-0000-7000-8000-0000000000c2", "moderator")]
    public async Task File_OfACall_IsLinkedForThoseWhoMaySeeIt(string path, string role)
    {
        var visit = await portal.VisitAsync(path, portal.Issuer.AccessToken(roles: [role], entity: FakeSubmissions.Owner));

        Assert.Equal(HostileSubmissions.Line, visit.Page.QuerySelector($"a[href='/api/calls/submissions/{FakeCallDrafts.Submitted}/files/{FakeSubmissions.KeptFile}']")?.TextContent);
    }

    [Fact]
    public async Task File_OfAPublicCall_IsOnItsPage()
    {
        var visit = await portal.VisitAsync("/calls/hostile");

        Assert.NotNull(visit.Page.QuerySelector("main a[href='/api/calls/files/0190b6f0-0000-7000-8000-0000000000f1/Terms.pdf']"));
        Assert.DoesNotContain(visit.Links("main"), link => link.StartsWith("javascript:", StringComparison.Ordinal));
    }

    private static string Path(Visit visit) => visit.Headers.Location!.IsAbsoluteUri ? visit.Headers.Location.PathAndQuery + visit.Headers.Location.Fragment : visit.Headers.Location.OriginalString;

    private string Told(string start) => Calls.Told.Last(line => line.StartsWith(start, StringComparison.Ordinal));
}
