using System.Net;
using PfP.ServiceDefaults;
using PfP.Testing;

namespace PfP.Portal.Tests.Contribute;

/// <summary>Files that are sent with the form: what is not taken is said at the field, and costs nothing else.</summary>
public sealed class FilesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Field = "newFiles";
    private static readonly string Draft = $"/contribute/{FakeSubmissions.Draft}";

    private string Member => portal.Issuer.AccessToken(roles: ["member"], entity: FakeSubmissions.Owner);

    [Fact]
    public async Task File_IsSentOn_AndTheFormNamesIt()
    {
        var visit = await portal.SubmitAsync(
            $"/es{Draft}", "form", Member, [(Field, "C:\\Report.PDF", SampleFiles.Pdf())], ("title", "With a file"), ("then", "files"), ("fileLabel", "Kept"));

        Assert.Equal(HttpStatusCode.Redirect, visit.Status);
        Assert.EndsWith($"/es{Draft}?saved#files", visit.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("%PDF-1.4", Told($"POST /{FakeSubmissions.Draft}/files"), StringComparison.Ordinal);
        var saved = Told($"PUT /{FakeSubmissions.Draft}");
        Assert.Contains($"\"id\":\"{FakeSubmissions.KeptFile}\",\"label\":\"Kept\"", saved, StringComparison.Ordinal);
        Assert.Contains($"\"id\":\"{FakeSubmissions.AddedFile}\"", saved, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_ThatIsNotTaken_IsNamedAtTheField_AndTheRestIsSavedButNotSubmitted()
    {
        var before = portal.Behind.Submissions.Told.Count;
        var visit = await portal.SubmitAsync(
            $"/fr{Draft}", "form", Member,
            [(Field, "large.pdf", new byte[FileCheck.LargestBytes + 1]), (Field, "good.pdf", SampleFiles.Pdf()), (Field, "page.html", "<script>alert(1)</script>"u8.ToArray())],
            ("title", "Kept title"), ("then", "submit"), ("fileLabel", "Kept"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Contains("large.pdf dépasse 5 Mo", visit.Text("#files-error"), StringComparison.Ordinal);
        Assert.Equal(2, visit.Page.QuerySelectorAll(".error-summary a[href='#files']").Length);
        Assert.Equal("Kept title", visit.Page.QuerySelector("input[name=title]")!.GetAttribute("value"));
        Assert.Equal(["Evaluation <b>.pdf", "good.pdf"], visit.Page.QuerySelectorAll("input[name=fileName]").Select(input => input.GetAttribute("value")));
        Assert.Equal([$"POST /{FakeSubmissions.Draft}/files", $"PUT /{FakeSubmissions.Draft}"], portal.Behind.Submissions.Told.Skip(before).Select(line => string.Join(' ', line.Split(' ').Take(2))));
    }

    [Fact]
    public async Task File_ThatIsTicked_IsLeftOut()
    {
        await portal.SubmitAsync(Draft, "form", Member, ("title", "Without it"), ("then", "save"), ("fileLabel", "x"), ("removeFile", $"{FakeSubmissions.KeptFile}"));

        Assert.Contains("\"files\":[]", Told($"PUT /{FakeSubmissions.Draft}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/contribute/0190b6f0-0000-7000-8000-0000000000d2", "member")]
    [InlineData("/desk/submissions/0190b6f0-0000-7000-8000-0000000000d2", "moderator")]
    public async Task File_OfASubmission_IsLinkedForThoseWhoMaySeeIt(string path, string role)
    {
        var visit = await portal.VisitAsync(path, portal.Issuer.AccessToken(roles: [role], entity: FakeSubmissions.Owner));

        var link = visit.Page.QuerySelector($"a[href='/api/catalogue/submissions/{FakeSubmissions.Submitted}/files/{FakeSubmissions.KeptFile}']");
        Assert.Equal(Samples.Hostile, link?.TextContent);
    }

    private string Told(string start) => portal.Behind.Submissions.Told.Last(line => line.StartsWith(start, StringComparison.Ordinal));
}
