using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Tests.Departures;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Reports;

/// <summary>The secretariat, and nobody else, reads what readers report, and says what was done about it.</summary>
public sealed class ReportDeskTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("visitor", HttpStatusCode.Unauthorized)]
    [InlineData("pending", HttpStatusCode.Forbidden)]
    [InlineData("member", HttpStatusCode.Forbidden)]
    [InlineData("focal_point", HttpStatusCode.Forbidden)]
    [InlineData("moderator", HttpStatusCode.OK)]
    [InlineData("administrator", HttpStatusCode.OK)]
    public async Task Report_IsTheSecretariatsToReadAndToClose(string role, HttpStatusCode expected)
    {
        var about = await Reporting.PageAsync(host, $"Reported and read by {role.Replace('_', ' ')}");
        var report = await Reporting.MadeAsync(host, Reporting.About(about, email: "reader@example.org"));
        using var somebody = new Reporting(host, role);

        using var list = await host.AskAsAsync(role, "reports");
        using var one = await host.AskAsAsync(role, $"reports/{report.Id}");
        using var closed = await somebody.CloseAsync(report.Id, "Corrected.", report.Version);

        Assert.Equal((expected, expected, expected), (list.StatusCode, one.StatusCode, closed.StatusCode));
        using var moderator = new Reporting(host, "moderator");
        Assert.Equal(expected == HttpStatusCode.OK ? "closed" : "open", (await moderator.ReadAsync<ReaderReportResponse>($"/{report.Id}")).State);
    }

    [Fact]
    public async Task Report_OnceClosed_IsSoForGood_WithItsNote_AndAudited_WithoutAnythingThatSomebodyTyped()
    {
        var about = await Reporting.PageAsync(host, "Reported and closed");
        var report = await Reporting.MadeAsync(host, Reporting.About(about, "Said only in a report", "audited-reader@example.org"));
        using var moderator = new Reporting(host, "moderator");

        var closed = await moderator.ClosedAsync(report, " Corrected\r\nat once. ");
        using var again = await moderator.CloseAsync(report.Id, "Once more", closed.Version);
        using var late = await moderator.CloseAsync(report.Id, "Once more", report.Version);
        using var unseen = await moderator.CloseAsync(report.Id, "Once more", null);
        using var unknown = await moderator.CloseAsync(Guid.NewGuid(), "Once more", 1);

        Assert.Equal(("closed", "Corrected\nat once.", 2), (closed.State, closed.Note, closed.Version));
        Assert.Equal(
            [HttpStatusCode.Conflict, HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionRequired, HttpStatusCode.NotFound],
            new[] { again, late, unseen, unknown }.Select(answer => answer.StatusCode));
        Assert.Equal(closed with { ClosedAt = null }, await moderator.ReadAsync<ReaderReportResponse>($"/{report.Id}") with { ClosedAt = null });
        Assert.Empty(await moderator.OfAsync(about));
        Assert.Single(await moderator.OfAsync(about, "closed"));
        var record = await host.InDatabaseAsync(db => db.Audit.SingleAsync(record => record.SubjectId == report.Id, Cancellation));
        Assert.Equal(("closed", "reader report", 2, "note"), (record.Action, record.SubjectKind, record.Version, string.Join(',', record.Fields)));
        Assert.StartsWith("member:", record.Actor, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing", null, "It is required.")]
    [InlineData("blanks", " \n ", "It is required.")]
    [InlineData("controls", "a\u0001b", "It has at most 2000 characters, and none that cannot be printed.")]
    public async Task Note_ThatSaysNothing_IsRefusedAtTheField(string what, string? note, string message)
    {
        var report = await Reporting.MadeAsync(host, Reporting.About(await Reporting.PageAsync(host, $"Reported and not closed with {what}")));
        using var moderator = new Reporting(host, "moderator");

        using var answer = await moderator.CloseAsync(report.Id, note, report.Version);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([message], (await answer.Content.ReadFromJsonAsync<HttpValidationProblemDetails>(Cancellation))!.Errors["note"]);
        Assert.Equal("open", (await moderator.ReadAsync<ReaderReportResponse>($"/{report.Id}")).State);
    }

    [Fact]
    public async Task Report_ClosedByTwoAtOnce_IsClosedByOne()
    {
        var report = await Reporting.MadeAsync(host, Reporting.About(await Reporting.PageAsync(host, "Reported and closed by two")));
        using var moderator = new Reporting(host, "moderator");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => moderator.CloseAsync(report.Id, $"By {number}", report.Version)));

        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        Assert.All(answers.Where(answer => !answer.IsSuccessStatusCode), answer => Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode));
        Assert.Equal(1, await host.InDatabaseAsync(db => db.Audit.CountAsync(record => record.SubjectId == report.Id, Cancellation)));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task List_HasTheOldestFirst_ButWhatShouldNotBePublicBeforeAll()
    {
        var about = await Reporting.PageAsync(host, "Reported several times");
        using var reader = new Reporting(host);
        using var moderator = new Reporting(host, "moderator");
        foreach (var kind in new[] { "outdated", "other", "not_public", "dead_link" })
        {
            using var answer = await reader.PostAsync(Reporting.About(about, kind: kind));
        }

        Assert.Equal(["not_public", "outdated", "other", "dead_link"], (await moderator.OfAsync(about)).Select(report => report.Kind));
        foreach (var wrong in new[] { "?state=mine", "?page=0", "?pageSize=101" })
        {
            using var refused = await host.AskAsAsync("moderator", $"reports{wrong}");
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
    }

    [Fact]
    public async Task Report_StaysReadable_WhenItsPageIsWithdrawn()
    {
        using var desk = new Deciding(host);
        using var moderator = new Reporting(host, "moderator");
        var entry = await desk.EntryAsync("Reported and then withdrawn");
        var report = await Reporting.MadeAsync(host, Reporting.About(entry.Entry.Url, kind: "not_public"));

        await desk.DoAsync(entry, "withdraw", new EntryReason("It should not have been public."));

        Assert.Single(await moderator.OfAsync(entry.Entry.Url));
        Assert.Equal(("open", entry.Id), ((await moderator.ReadAsync<ReaderReportResponse>($"/{report.Id}")).State, report.EntryId));
    }
}
