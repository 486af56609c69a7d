using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Submissions;

/// <summary>What the owner of a submission does.</summary>
public sealed class WritingTests(CatalogueHost host)
{
    private static readonly SubmissionForm Complete = Contributing.Complete;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Draft_KeepsWhatWasTyped_HoweverWrong()
    {
        using var member = new Contributing(host, "member", Contributing.NewCountry());
        var typed = new SubmissionForm { Title = new string('t', 1000), StartYear = "20x9", Type = "no such type", Countries = [new("", "lead"), new("MD", null)], Summary = "Two\nlines" };

        var draft = await member.StartAsync(new());
        var saved = await member.DoAsync(HttpMethod.Put, $"/{draft.Id}", typed, draft.Version);
        var read = await member.ReadAsync<SubmissionResponse>($"/{draft.Id}");

        Assert.Equal((1, 2, "draft"), (draft.Version, saved.Version, read.State));
        Assert.Equivalent(typed, read.Form, strict: true);
        Assert.Contains(read.Wrong, problem => problem.Field == "startYear");
        Assert.Contains(read.Wrong, problem => problem.Field == "title");
    }

    [Fact]
    public async Task Start_Repeated_MakesOne()
    {
        using var member = new Contributing(host, "member", Contributing.NewCountry());
        var key = $"{Guid.NewGuid()}";

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => member.StartAsync(key: key)));

        Assert.Single(made.DistinctBy(submission => submission.Id));
        Assert.Equal(1, (await member.ReadAsync<Page<SubmissionSummary>>("")).Total);
    }

    [Fact]
    public async Task Save_OfTwoEditors_TellsTheSecond()
    {
        var country = Contributing.NewCountry();
        using var one = new Contributing(host, "member", country);
        using var other = new Contributing(host, "focal_point", country);
        var draft = await one.StartAsync();

        var answers = await Task.WhenAll(
            one.SendAsync(HttpMethod.Put, $"/{draft.Id}", Complete with { Title = "By one" }, draft.Version),
            other.SendAsync(HttpMethod.Put, $"/{draft.Id}", Complete with { Title = "By the other" }, draft.Version));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed], answers.Select(answer => answer.StatusCode).Order());
        Assert.Equal(2, (await one.ReadAsync<SubmissionResponse>($"/{draft.Id}")).Version);
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task Save_OfTheSame_ChangesNothing()
    {
        using var member = new Contributing(host, "member", Contributing.NewCountry());
        var draft = await member.StartAsync();

        Assert.Equal(draft.Version, (await member.DoAsync(HttpMethod.Put, $"/{draft.Id}", Complete, draft.Version)).Version);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("challenge")]
    [InlineData("solution")]
    [InlineData("summary")]
    [InlineData("themes")]
    [InlineData("type")]
    [InlineData("status")]
    [InlineData("startYear")]
    [InlineData("countries")]
    [InlineData("organisations")]
    [InlineData("links")]
    [InlineData("contact")]
    public async Task Submit_OfWhatLacksAField_NamesIt(string field)
    {
        using var member = new Contributing(host, "member", Contributing.NewCountry());
        var draft = await member.StartAsync(field switch
        {
            "title" => Complete with { Title = " " },
            "challenge" => Complete with { Challenge = null },
            "solution" => Complete with { Solution = null },
            "summary" => Complete with { Summary = null },
            "themes" => Complete with { Themes = [] },
            "type" => Complete with { Type = "other" },
            "status" => Complete with { Status = null },
            "startYear" => Complete with { StartYear = "19" },
            "countries" => Complete with { Countries = [new("MD", null)] },
            "organisations" => Complete with { Organisations = [new("Ministry of Labour of samples", "partner")] },
            "links" => Complete with { Links = [new("javascript:alert(1)", "Not one")] },
            _ => Complete with { Contact = new("Social insurance unit", "nobody") },
        });

        using var refused = await member.SendAsync(HttpMethod.Post, $"/{draft.Id}/submit", version: draft.Version);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(field, (await refused.Content.ReadFromJsonAsync<ValidationProblemDetails>(Cancellation))!.Errors.Keys);
        Assert.Equal("draft", (await member.ReadAsync<SubmissionResponse>($"/{draft.Id}")).State);
    }

    [Fact]
    public async Task Submit_Twice_IsDoneOnce_AndTakenBackItIsADraftAgain()
    {
        using var member = new Contributing(host, "focal_point", Contributing.NewCountry());
        var submitted = await member.SubmittedAsync();

        using var again = await member.SendAsync(HttpMethod.Post, $"/{submitted.Id}/submit", version: submitted.Version);
        using var write = await member.SendAsync(HttpMethod.Put, $"/{submitted.Id}", Complete with { Title = "Later" }, submitted.Version);
        var taken = await member.DoAsync(HttpMethod.Post, $"/{submitted.Id}/take-back", version: submitted.Version);

        Assert.Equal(("submitted", HttpStatusCode.Conflict, HttpStatusCode.Conflict, "draft"), (submitted.State, again.StatusCode, write.StatusCode, taken.State));
        Assert.Equal(["submitted", "taken_back"], taken.Steps.Select(step => step.Kind));
    }

    [Fact]
    public async Task Discard_IsForDraftsThatNobodyElseHasSeen()
    {
        using var member = new Contributing(host, "member", Contributing.NewCountry());
        var (draft, submitted) = (await member.StartAsync(), await member.SubmittedAsync());
        var taken = await member.DoAsync(HttpMethod.Post, $"/{submitted.Id}/take-back", version: submitted.Version);

        using var gone = await member.SendAsync(HttpMethod.Delete, $"/{draft.Id}", version: draft.Version);
        using var kept = await member.SendAsync(HttpMethod.Delete, $"/{taken.Id}", version: taken.Version);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Conflict), (gone.StatusCode, kept.StatusCode));
        Assert.Equal(taken.Id, Assert.Single((await member.ReadAsync<Page<SubmissionSummary>>("")).Items).Id);
    }

    [Fact]
    public async Task Changes_AreRecordedByFieldAndNeverWithWhatTheySay()
    {
        using var member = new Contributing(host, "member", Contributing.NewCountry());
        var draft = await member.StartAsync();
        var titled = await member.DoAsync(HttpMethod.Put, $"/{draft.Id}", Complete with { Title = "First" }, draft.Version);
        var again = await member.DoAsync(HttpMethod.Put, $"/{draft.Id}", Complete with { Title = "Second" }, titled.Version);
        await member.DoAsync(HttpMethod.Put, $"/{draft.Id}", Complete with { Title = "Second", Status = "completed" }, again.Version);

        var records = await host.InDatabaseAsync(db => db.Audit.Where(record => record.SubjectId == draft.Id).OrderBy(record => record.Id).ToListAsync(Cancellation));

        // The second change of the title within minutes needs no record of its own.
        Assert.Equal(["started", "updated title", "updated status"], records.Select(record => $"{record.Action} {string.Join(',', record.Fields)}".Trim()));
        Assert.All(records, record => Assert.StartsWith("member:", record.Actor, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\"themes\":null}")]
    [InlineData("{\"countries\":[null]}")]
    [InlineData("{\"title\":\"a\\u0000b\"}")]
    [InlineData("{\"title\":\"two\\nlines\"}")]
    [InlineData("{\"title\":7}")]
    [InlineData("[]")]
    public async Task Draft_OfWhatCannotBeKept_IsRefused(string json)
    {
        using var member = new Contributing(host, "member", Contributing.NewCountry());
        using var body = JsonDocument.Parse(json);

        using var refused = await member.SendAsync(HttpMethod.Post, "", body.RootElement);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
    }
}
