using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using PfP.Catalogue.Tests.Departures;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Reports;

/// <summary>Whoever reads a public page may say what is wrong with it.</summary>
public sealed class ReportingTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("practice", "outdated")]
    [InlineData("tool", "dead_link")]
    [InlineData("session", "not_public")]
    public async Task Report_OfAVisitor_ReachesTheSecretariat_WithWhatItIsAbout(string kind, string problem)
    {
        await host.ImportAsync(new { kind, key = $"reported-{kind}", title = $"Reported {kind}" });
        var about = $"/{kind}s/reported-{kind}";
        using var reader = new Reporting(host);
        using var moderator = new Reporting(host, "moderator");

        using var answer = await reader.PostAsync(new NewReaderReport(about, problem, " Two lines:\r\nboth kept. ", " reader@example.org "));

        Assert.Equal((HttpStatusCode.Created, "", true), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation), answer.Headers.CacheControl?.NoStore));
        Assert.Null(answer.Headers.Location);
        var listed = Assert.Single(await moderator.OfAsync(about));
        Assert.Equal((problem, $"Reported {kind}", kind), (listed.Kind, listed.Entry.Title, listed.Entry.Kind));
        var report = await moderator.ReadAsync<ReaderReportResponse>($"/{listed.Id}");
        Assert.Equal(("open", "Two lines:\nboth kept.", "reader@example.org", 1, null, null), (report.State, report.Message, report.Email, report.Version, report.Note, report.ClosedAt));
        Assert.Equal((await host.GetAsync<EntryResponse>(about[1..])).Id, report.EntryId);
    }

    [Fact]
    public async Task Report_SentTwiceWithItsKey_IsOne_AlsoAtTheSameTime()
    {
        var (about, other) = (await Reporting.PageAsync(host, "Reported by a double click"), await Reporting.PageAsync(host, "Reported with the same key"));
        using var reader = new Reporting(host);
        using var moderator = new Reporting(host, "moderator");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => reader.PostAsync(Reporting.About(about), "a-double-click")));
        using var again = await reader.PostAsync(Reporting.About(about), "a-double-click");
        using var elsewhere = await reader.PostAsync(Reporting.About(other), "a-double-click");
        using var anew = await reader.PostAsync(Reporting.About(about), "another-attempt");

        Assert.All([.. answers, again, elsewhere, anew], answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Equal((2, 1), ((await moderator.OfAsync(about)).Count, (await moderator.OfAsync(other)).Count));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/practices")]
    [InlineData("/practices/")]
    [InlineData("/practices/there-is-no-such-entry")]
    [InlineData("/practices/reported-and-unknown?x=1")]
    [InlineData("/practices/reported-and-unknown\n")]
    [InlineData("/tools/reported-and-unknown")]
    [InlineData("practices/reported-and-unknown")]
    [InlineData("//evil.example/practices/reported-and-unknown")]
    [InlineData("https://evil.example/practices/reported-and-unknown")]
    [InlineData("/summits/10")]
    public async Task Report_OfWhatIsNoPage_IsRefusedAtTheField(string? about)
    {
        await Reporting.PageAsync(host, "Reported and unknown");

        await AssertRefusedAsync(Reporting.About(about), "about", "There is no such page, or it was withdrawn.");
    }

    [Fact]
    public async Task Report_OfAWithdrawnPage_IsRefused_OfAnArchivedOneTaken_AndOfADuplicateGoesToTheEntryThatStays()
    {
        using var desk = new Deciding(host);
        using var reader = new Reporting(host);
        using var moderator = new Reporting(host, "moderator");
        var states = new Dictionary<string, DeskEntry>();
        foreach (var state in new[] { "withdrawn", "archived", "merged" })
        {
            states[state] = await desk.EntryAsync($"Reported and {state}", state);
        }

        await AssertRefusedAsync(Reporting.About(states["withdrawn"].Entry.Url), "about", "There is no such page, or it was withdrawn.");
        using var archived = await reader.PostAsync(Reporting.About(states["archived"].Entry.Url));
        using var merged = await reader.PostAsync(Reporting.About(states["merged"].Entry.Url));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (archived.StatusCode, merged.StatusCode));
        Assert.Equal((1, 1), ((await moderator.OfAsync(states["archived"].Entry.Url)).Count, (await moderator.OfAsync(states["merged"].MergedInto!.Url)).Count));
    }

    [Fact]
    public async Task Report_WithWhatItMayNotSay_IsRefusedAtTheField_AndNothingIsKept()
    {
        var about = await Reporting.PageAsync(host, "Reported with wrong fields");
        const string Message = "It has at most 2000 characters, and none that cannot be printed.";

        await AssertRefusedAsync(Reporting.About(about, kind: "spam"), "kind", "It is one of outdated, dead_link, wrong_fact, not_public, other.");
        await AssertRefusedAsync(new NewReaderReport(about, null, "Wrong", null), "kind", "It is one of outdated, dead_link, wrong_fact, not_public, other.");
        await AssertRefusedAsync(new NewReaderReport(about, "other", null, null), "message", "It is required.");
        await AssertRefusedAsync(Reporting.About(about, " \r\n "), "message", "It is required.");
        await AssertRefusedAsync(Reporting.About(about, new string('x', 2001)), "message", Message);
        await AssertRefusedAsync(Reporting.About(about, "a\u0000b"), "message", Message);
        foreach (var email in new[] { "nobody", "a@b@c", "a@example.org\r\nBcc: all@example.org", $"{new string('a', 250)}@example.org" })
        {
            await AssertRefusedAsync(Reporting.About(about, email: email), "email", "It is no e-mail address.");
        }

        using var moderator = new Reporting(host, "moderator");
        Assert.Empty(await moderator.OfAsync(about));
    }

    [Fact]
    public async Task Report_AsLongAsABrowserLets_IsTaken()
    {
        var about = await Reporting.PageAsync(host, "Reported at length");
        // 2,000 characters as the browser counts them: it sends two for every end of a line.
        var report = await Reporting.MadeAsync(host, Reporting.About(about, string.Join("\r\n", Enumerable.Repeat("x", 1000)) + "y"));

        Assert.Equal(2000, report.Message.Length);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"about":7}""")]
    public async Task Report_ThatIsNoReport_IsAProblem(string body)
    {
        using var reader = new Reporting(host);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var answer = await reader.PostAsync(content);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Report_WithFieldsOfTheRow_SetsNone()
    {
        var about = await Reporting.PageAsync(host, "Reported with other fields");
        using var reader = new Reporting(host);
        using var moderator = new Reporting(host, "moderator");

        using var answer = await reader.PostAsync(new
        {
            about,
            kind = "other",
            message = "Mine",
            id = Guid.Empty,
            version = 9,
            state = "closed",
            closedAt = "2020-01-01T00:00:00Z",
            closedBy = Guid.NewGuid(),
            note = "Done",
            reportedAt = "2020-01-01T00:00:00Z",
        });

        var report = await moderator.ReadAsync<ReaderReportResponse>($"/{Assert.Single(await moderator.OfAsync(about)).Id}");
        Assert.Equal((1, "open", null, null), (report.Version, report.State, report.ClosedAt, report.Note));
        Assert.True(report.Id != Guid.Empty && report.ReportedAt.Year > 2020);
    }

    private async Task AssertRefusedAsync(NewReaderReport report, string field, string message)
    {
        using var reader = new Reporting(host);

        using var answer = await reader.PostAsync(report);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([message], (await answer.Content.ReadFromJsonAsync<HttpValidationProblemDetails>(Cancellation))!.Errors[field]);
    }
}
