using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PfP.Calls.Tests.Hosting;
using PfP.Calls.Tests.Submissions;
using PfP.Contracts;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Reports;
using PfP.Testing;

namespace PfP.Calls.Tests.Reports;

/// <summary>Anybody may tell that something is wrong with the page of a call; the secretariat reads it and says what it did.</summary>
public sealed class CallReportTests(CallsHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Report_OfAVisitor_IsReadByTheSecretariat_AndClosedOnce()
    {
        var call = await PublicAsync();
        using var visitor = new Calling(host, "visitor", null);
        using var moderator = new Calling(host, "moderator", null);

        Assert.Equal(HttpStatusCode.Created, await ReportAsync(visitor, call, "The link is dead."));
        var listed = Assert.Single(await OfAsync(moderator, call));
        var report = await Calling.ReadAsync<ReaderReportResponse>(moderator.AskAsync(HttpMethod.Get, $"/reports/{listed.Id}"));
        using var closed = await CloseAsync(moderator, report, 1);
        using var again = await CloseAsync(moderator, report, 2);
        using var late = await CloseAsync(moderator, report, 1);

        Assert.Equal(new("call", call.Slug!, $"/calls/{call.Slug}", call.Form.Title!, "en"), listed.Entry);
        Assert.Equal(("open", call.Id, "The link is dead.", "wrong_fact", null), (report.State, report.EntryId, report.Message, report.Kind, report.Email));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.PreconditionFailed], new[] { closed, again, late }.Select(answer => answer.StatusCode));
        Assert.Empty(await OfAsync(moderator, call));
        Assert.Single(await OfAsync(moderator, call, "closed"));
        Assert.Equal("report closed", await host.InDatabaseAsync(db => db.Audit.Where(record => record.SubjectId == report.Id).Select(record => record.Action).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task Report_AboutWhatIsNotPublic_IsNotTaken_NorOneThatSaysNothing()
    {
        var draft = await Calling.InStateAsync(host, "submitted", Calling.NewOwner());
        using var visitor = new Calling(host, "visitor", null);
        var slug = (await PublicAsync()).Slug;
        foreach (var (report, fields) in new[]
        {
            (new NewReaderReport($"/calls/{draft.Id}", "other", "What is it?", null), "about"),
            (new($"/practices/{slug}", "other", "What is it?", null), "about"),
            (new($"/calls/{slug}/reply", "other", "What is it?", null), "about"),
            (new($"/calls/{slug}", "bad", " ", "nobody"), "email,kind,message"),
        })
        {
            using var answer = await visitor.AskAsync(HttpMethod.Post, "/reports", report);

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal(fields, string.Join(',', (await answer.Content.ReadFromJsonAsync<Microsoft.AspNetCore.Mvc.ValidationProblemDetails>(Cancellation))!.Errors.Keys.Order(StringComparer.Ordinal)));
        }
    }

    [Fact]
    public async Task Report_SentTwice_IsOne()
    {
        var call = await PublicAsync();
        using var visitor = new Calling(host, "visitor", null);
        using var moderator = new Calling(host, "moderator", null);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ReportAsync(visitor, call, "Sent several times.", key: "one-attempt")));

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.Created, status));
        Assert.Single(await OfAsync(moderator, call));
    }

    [Fact]
    public async Task Address_StandsInTheReportAlone_AndIsDeletedAWhileAfterItIsClosed()
    {
        var email = $"{Guid.NewGuid():n}@reader.example";
        var call = await PublicAsync();
        using var visitor = new Calling(host, "visitor", null);
        using var moderator = new Calling(host, "moderator", null);
        await ReportAsync(visitor, call, "Ask me back.", email);
        var report = await Calling.ReadAsync<ReaderReportResponse>(moderator.AskAsync(HttpMethod.Get, $"/reports/{(await OfAsync(moderator, call)).Single().Id}"));
        using var closed = await CloseAsync(moderator, report, 1);
        var forget = host.Services.GetRequiredService<ForgetReporters>();

        await forget.ForgetAsync(DateTimeOffset.UtcNow + ForgetReporters.Keep - TimeSpan.FromMinutes(5), Cancellation);
        Assert.Equal(["public.reader_reports"], await StoredText.TablesWithAsync(host.DatabaseConnectionString, email, Cancellation));
        await forget.ForgetAsync(DateTimeOffset.UtcNow + ForgetReporters.Keep + TimeSpan.FromMinutes(5), Cancellation);

        Assert.Empty(await StoredText.TablesWithAsync(host.DatabaseConnectionString, email, Cancellation));
    }

    private Task<CallSubmission> PublicAsync() =>
        Calling.InStateAsync(host, "published", Calling.NewOwner(), Calling.Complete with { Title = $"Reported {Guid.NewGuid():n}", Countries = ["VU"] });

    private static async Task<HttpStatusCode> ReportAsync(Calling person, CallSubmission call, string message, string? email = null, string? key = null)
    {
        using var answer = await person.AskAsync(HttpMethod.Post, "/reports", new NewReaderReport($"/calls/{call.Slug}", "wrong_fact", message, email), key: key);
        return answer.StatusCode;
    }

    private static Task<HttpResponseMessage> CloseAsync(Calling moderator, ReaderReportResponse report, int version) =>
        moderator.AskAsync(HttpMethod.Post, $"/reports/{report.Id}/close", new ReaderReportNote("Corrected."), version);

    private static async Task<IReadOnlyList<ReaderReportSummary>> OfAsync(Calling moderator, CallSubmission call, string state = "open") =>
        [.. (await Calling.ReadAsync<Page<ReaderReportSummary>>(moderator.AskAsync(HttpMethod.Get, $"/reports?state={state}&pageSize=100"))).Items.Where(report => report.Entry.Slug == call.Slug)];
}
