using System.Net;
using System.Net.Http.Json;
using PfP.Catalogue.Tests.Hosting;
using PfP.Catalogue.Tests.Submissions;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.Testing;

namespace PfP.Catalogue.Tests.Files;

/// <summary>Files come in with a submission, are checked by content, and are public with the entry that shows them, not before.</summary>
public sealed class FilesTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_IsPublicWithItsEntry_AsADownload()
    {
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var draft = await member.StartAsync(Contributing.Complete with { Title = "Published with a file", Links = [] });
        var file = await member.AttachAsync(draft.Id, "../Evaluation é.pdf", SampleFiles.Pdf());
        var left = await member.AttachAsync(draft.Id, "Left out.pdf", SampleFiles.Pdf("Not this one"));
        var written = await member.DoAsync(HttpMethod.Put, $"/{draft.Id}", draft.Form with { Files = [new(file.Id, "Evaluation") { Name = "forged.html", MediaType = "text/html" }] }, draft.Version);
        var submitted = await member.DoAsync(HttpMethod.Post, $"/{draft.Id}/submit", version: written.Version);
        using var before = await host.AskAsync($"files/{file.Id}/{Uri.EscapeDataString(file.Name)}");
        using var seen = await moderator.SendAsync(HttpMethod.Get, $"/{draft.Id}/files/{file.Id}");

        var published = await moderator.DoAsync(HttpMethod.Post, $"/{draft.Id}/publish", version: submitted.Version);

        var shown = Assert.Single((await host.GetAsync<EntryResponse>($"practices/{published.Slug}")).Files);
        Assert.Equal(("Evaluation", "PDF", SampleFiles.Pdf().LongLength), (shown.Label, shown.Format, shown.Bytes));
        Assert.Equal($"/api/catalogue/files/{file.Id}/Evaluation%20%C3%A9.pdf", shown.Url);
        using var download = await host.AskAsync(shown.Url["/api/catalogue/".Length..]);
        Assert.Equal(SampleFiles.Pdf(), await download.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(("application/pdf", "attachment", "Evaluation é.pdf"), (download.Content.Headers.ContentType?.MediaType, download.Content.Headers.ContentDisposition?.DispositionType, download.Content.Headers.ContentDisposition?.FileNameStar));
        Assert.Equal(["nosniff"], download.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal([FileDownload.ContentSecurityPolicy], download.Headers.GetValues("Content-Security-Policy"));
        using var leftOut = await host.AskAsync($"files/{left.Id}/{Uri.EscapeDataString(left.Name)}");
        using var otherName = await host.AskAsync($"files/{file.Id}/forged.html");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (before.StatusCode, seen.StatusCode, leftOut.StatusCode, otherName.StatusCode));
    }

    [Fact]
    public async Task File_OfAnothersSubmission_IsNotShown_NorAddedTo_NorTakenOver()
    {
        using var member = new Contributing(host, "member", Contributing.NewCountry());
        using var stranger = new Contributing(host, "focal_point", Contributing.NewCountry());
        using var moderator = new Contributing(host, "moderator", null);
        var draft = await member.StartAsync();
        var file = await member.AttachAsync(draft.Id, "Secret.pdf", SampleFiles.Pdf("Not published"));
        var theirs = await stranger.StartAsync();

        using var read = await stranger.SendAsync(HttpMethod.Get, $"/{draft.Id}/files/{file.Id}");
        using var throughTheirs = await stranger.SendAsync(HttpMethod.Get, $"/{theirs.Id}/files/{file.Id}");
        using var added = await stranger.UploadAsync(draft.Id, "More.pdf", SampleFiles.Pdf());
        using var taken = await stranger.SendAsync(HttpMethod.Put, $"/{theirs.Id}", theirs.Form with { Files = [new(file.Id, "Mine")] }, theirs.Version);
        using var ofADraft = await moderator.SendAsync(HttpMethod.Get, $"/{draft.Id}/files/{file.Id}");

        Assert.All([read, throughTheirs, added, ofADraft], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal(HttpStatusCode.BadRequest, taken.StatusCode);
    }

    [Fact]
    public async Task File_SentTwice_IsOne_AndNoneIsTakenAfterSendingIn()
    {
        using var member = new Contributing(host, "member", Contributing.NewCountry());
        using var moderator = new Contributing(host, "moderator", null);
        var draft = await member.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(count => member.AttachAsync(draft.Id, $"Copy {count}.pdf", SampleFiles.Pdf())));
        await member.DoAsync(HttpMethod.Post, $"/{draft.Id}/submit", version: draft.Version);
        using var late = await member.UploadAsync(draft.Id, "Late.pdf", SampleFiles.Pdf("Late"));
        using var byModerator = await moderator.UploadAsync(draft.Id, "Theirs.pdf", SampleFiles.Pdf("Theirs"));

        Assert.Single(answers.Select(answer => answer.Id).Distinct());
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Forbidden), (late.StatusCode, byModerator.StatusCode));
    }

    [Theory]
    [InlineData("macros.docx", "macros")]
    [InlineData("page.pdf", "none of")]
    public async Task File_ThatMayHarm_IsRefusedAtTheField(string name, string message)
    {
        using var member = new Contributing(host, "member", Contributing.NewCountry());
        var draft = await member.StartAsync();

        using var answer = await member.UploadAsync(draft.Id, name, name == "page.pdf" ? "<script>"u8.ToArray() : SampleFiles.OpenXml(parts: ("word/vbaProject.bin", [1])));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<Problem>(Cancellation);
        Assert.Contains(message, problem!.Errors["files"][0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_ThatIsTooLarge_OrOneTooMany_IsRefused()
    {
        using var member = new Contributing(host, "member", Contributing.NewCountry());
        var draft = await member.StartAsync();

        using var large = await member.UploadAsync(draft.Id, "Large.pdf", [.. SampleFiles.Pdf(), .. new byte[FileCheck.LargestBytes]]);
        for (var count = 0; count < 20; count++)
        {
            await member.AttachAsync(draft.Id, "One of many.pdf", SampleFiles.Pdf($"Number {count}"));
        }

        using var more = await member.UploadAsync(draft.Id, "More.pdf", SampleFiles.Pdf("One more"));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (large.StatusCode, more.StatusCode));
    }

    [Fact]
    public async Task Image_NeedsToSayWhatItShows()
    {
        using var member = new Contributing(host, "member", Contributing.NewCountry());
        var draft = await member.StartAsync();
        var image = await member.AttachAsync(draft.Id, "Photo.png", SampleFiles.Png());

        var without = await member.DoAsync(HttpMethod.Put, $"/{draft.Id}", draft.Form with { Files = [new(image.Id, " ")] }, draft.Version);
        using var refused = await member.SendAsync(HttpMethod.Post, $"/{draft.Id}/submit", version: without.Version);
        var with = await member.DoAsync(HttpMethod.Put, $"/{draft.Id}", draft.Form with { Files = [new(image.Id, "A class in Chişinău")] }, without.Version);

        Assert.Equal(["files"], without.Wrong.Select(problem => problem.Field));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Empty(with.Wrong);
    }

    [Fact]
    public async Task Correction_KeepsAddsAndRemovesFiles_AndTheEarlierVersionKeepsIts()
    {
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var draft = await member.StartAsync(Contributing.Complete with { Title = "Corrected with its files" });
        var (kept, removed) = (await member.AttachAsync(draft.Id, "Kept.pdf", SampleFiles.Pdf("Kept")), await member.AttachAsync(draft.Id, "Removed.pdf", SampleFiles.Pdf("Removed")));
        var published = await member.PublishAsync(draft, draft.Form with { Files = [new(kept.Id, "Kept"), new(removed.Id, "")] }, moderator);

        var correction = await member.CorrectAsync(published.Slug!);
        var added = await member.AttachAsync(correction.Id, "Added.docx", SampleFiles.OpenXml());
        using var ofBase = await member.SendAsync(HttpMethod.Get, $"/{correction.Id}/files/{kept.Id}");
        var written = await member.DoAsync(HttpMethod.Put, $"/{correction.Id}", correction.Form with { Files = [correction.Form.Files[0], new(added.Id, "Added")] }, correction.Version);
        using var early = await host.AskAsync($"files/{added.Id}/Added.docx");
        await member.PublishAsync(written, written.Form, moderator);

        var (now, then) = (await host.GetAsync<EntryResponse>($"practices/{published.Slug}"), await host.GetAsync<EntryResponse>($"practices/{published.Slug}/versions/1"));
        Assert.Equal([("Kept", "PDF"), ("Added", "DOCX")], now.Files.Select(file => (file.Label, file.Format)));
        Assert.Equal(["Kept", "Removed.pdf"], then.Files.Select(file => file.Label));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (ofBase.StatusCode, early.StatusCode));
        foreach (var file in now.Files.Concat(then.Files))
        {
            using var download = await host.AskAsync(file.Url["/api/catalogue/".Length..]);
            Assert.Equal(HttpStatusCode.OK, download.StatusCode);
        }
    }

    private sealed record Problem(Dictionary<string, string[]> Errors);
}
