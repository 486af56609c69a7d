using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc;
using PfP.Calls.Tests.Hosting;
using PfP.Calls.Tests.Submissions;
using PfP.Contracts.Calls.Api;
using PfP.ServiceDefaults;
using PfP.Testing;

namespace PfP.Calls.Tests.Files;

/// <summary>Documents of a call: checked by content, public with the call and not before.</summary>
public sealed class CallFilesTests(CallsHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_IsPublicWithItsCall_AsADownload()
    {
        using var owner = new Calling(host, "member", Calling.NewOwner());
        using var moderator = new Calling(host, "moderator", null);
        using var visitor = new Calling(host, "visitor", null);
        var draft = await owner.StartAsync(Calling.Complete with { Title = $"With its terms {Guid.NewGuid():n}" });
        var terms = await owner.AttachAsync($"/submissions/{draft.Id}/files", "../../etc/Terms é.pdf", SampleFiles.Pdf());
        var left = await owner.AttachAsync($"/submissions/{draft.Id}/files", "Left out.pdf", SampleFiles.Pdf("Not this one"));
        var written = await owner.SaveAsync(draft, draft.Form with { Files = [new(terms.Id, "Terms of reference") { Name = "forged.html", MediaType = "text/html" }] });
        var address = $"/files/{terms.Id}/{Uri.EscapeDataString("Terms é.pdf")}";
        var (early, seenAsDraft) = (await visitor.StatusAsync(HttpMethod.Get, address), await moderator.StatusAsync(HttpMethod.Get, $"/submissions/{draft.Id}/files/{terms.Id}"));
        var submitted = await owner.DoAsync(written, "submit");
        var seenInReview = await moderator.StatusAsync(HttpMethod.Get, $"/submissions/{draft.Id}/files/{terms.Id}");

        var published = await moderator.DoAsync(submitted, "publish");

        var shown = Assert.Single((await host.GetAsync<CallResponse>($"/{published.Slug}")).Files);
        Assert.Equal(($"/api/calls{address}", "Terms of reference", "PDF", SampleFiles.Pdf().LongLength), (shown.Url, shown.Label, shown.Format, shown.Bytes));
        using var download = await host.AskAsync(address);
        Assert.Equal(SampleFiles.Pdf(), await download.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(("application/pdf", "attachment", "Terms é.pdf"), (download.Content.Headers.ContentType?.MediaType, download.Content.Headers.ContentDisposition?.DispositionType, download.Content.Headers.ContentDisposition?.FileNameStar));
        Assert.Equal(["nosniff"], download.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal([FileDownload.ContentSecurityPolicy], download.Headers.GetValues("Content-Security-Policy"));
        var (leftOut, forged) = (await visitor.StatusAsync(HttpMethod.Get, $"/files/{left.Id}/{Uri.EscapeDataString(left.Name)}"), await visitor.StatusAsync(HttpMethod.Get, $"/files/{terms.Id}/forged.html"));
        Assert.Equal((404, 404, 200, 404, 404), (early, seenAsDraft, seenInReview, leftOut, forged));
    }

    [Fact]
    public async Task File_OfAnothersCall_IsNotShown_NorAddedTo_NorTakenOver()
    {
        using var owner = new Calling(host, "member", Calling.NewOwner());
        using var stranger = new Calling(host, "focal_point", Calling.NewOwner());
        var draft = await owner.StartAsync();
        var file = await owner.AttachAsync($"/submissions/{draft.Id}/files", "Secret.pdf", SampleFiles.Pdf("Not published"));
        var theirs = await stranger.StartAsync();

        var read = await stranger.StatusAsync(HttpMethod.Get, $"/submissions/{draft.Id}/files/{file.Id}");
        var throughTheirs = await stranger.StatusAsync(HttpMethod.Get, $"/submissions/{theirs.Id}/files/{file.Id}");
        using var added = await stranger.UploadAsync($"/submissions/{draft.Id}/files", "More.pdf", SampleFiles.Pdf());

        Assert.Equal((404, 404, HttpStatusCode.NotFound), (read, throughTheirs, added.StatusCode));
        Assert.Equal(["files"], await Refused.FieldsAsync(stranger.SendAsync(HttpMethod.Put, $"/{theirs.Id}", theirs.Form with { Files = [new(file.Id, "Mine")] }, theirs.Version)));
    }

    [Fact]
    public async Task File_SentTwice_IsOne_AndNoneIsTakenAfterSendingIn()
    {
        using var owner = new Calling(host, "member", Calling.NewOwner());
        using var moderator = new Calling(host, "moderator", null);
        var draft = await owner.StartAsync();
        var path = $"/submissions/{draft.Id}/files";

        var files = await Task.WhenAll(Enumerable.Range(0, 4).Select(count => owner.AttachAsync(path, $"Copy {count}.pdf", SampleFiles.Pdf())));
        await owner.DoAsync(draft, "submit");
        using var late = await owner.UploadAsync(path, "Late.pdf", SampleFiles.Pdf("Late"));
        using var byModerator = await moderator.UploadAsync(path, "Theirs.pdf", SampleFiles.Pdf("Theirs"));

        Assert.Single(files.Select(file => file.Id).Distinct());
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Forbidden), (late.StatusCode, byModerator.StatusCode));
    }

    [Theory]
    [InlineData("page.pdf", "none of")]
    [InlineData("macros.docx", "macros")]
    [InlineData("polyglot.pdf", "another type")]
    [InlineData("archive.docx", "none of")]
    [InlineData("climbs.odt", "embedded")]
    [InlineData("empty.pdf", "empty")]
    public async Task File_ThatMayHarm_IsRefusedAtTheField(string name, string message)
    {
        using var owner = new Calling(host, "member", Calling.NewOwner());
        var draft = await owner.StartAsync();
        var content = name switch
        {
            "page.pdf" => "<script>"u8.ToArray(),
            "macros.docx" => SampleFiles.OpenXml(parts: ("word/vbaProject.bin", [1])),
            // What begins as an image and goes on as a document is the image, and named as none.
            "polyglot.pdf" => [.. SampleFiles.Png(), .. SampleFiles.Pdf()],
            "archive.docx" => SampleFiles.Zip(("readme.txt", [1])),
            "climbs.odt" => SampleFiles.OpenDocument(parts: ("../../out.txt", [1])),
            _ => Array.Empty<byte>(),
        };

        using var answer = await owner.UploadAsync($"/submissions/{draft.Id}/files", name, content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(message, (await answer.Content.ReadFromJsonAsync<ValidationProblemDetails>(Cancellation))!.Errors["files"][0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Image_NeedsToSayWhatItShows()
    {
        using var owner = new Calling(host, "member", Calling.NewOwner());
        var draft = await owner.StartAsync();
        var image = await owner.AttachAsync($"/submissions/{draft.Id}/files", "Map.png", SampleFiles.Png());

        var without = await owner.SaveAsync(draft, draft.Form with { Files = [new(image.Id, " ")] });
        var refused = await owner.TryAsync(without, "submit");
        var with = await owner.SaveAsync(without, draft.Form with { Files = [new(image.Id, "A map of the region")] });

        Assert.Equal(["files"], without.Wrong.Select(problem => problem.Field));
        Assert.Equal((400, 0), (refused, with.Wrong.Count));
    }
}
