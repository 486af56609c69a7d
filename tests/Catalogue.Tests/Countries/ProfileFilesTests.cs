using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PfP.Catalogue.Countries;
using PfP.Catalogue.Tests.Hosting;
using PfP.ServiceDefaults;
using PfP.Testing;

namespace PfP.Catalogue.Tests.Countries;

/// <summary>A Migration Profile's document may be a file: sent by its country alone, and public while a profile names it. Each test has countries of its own.</summary>
public sealed class ProfileFilesTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_IsPublicOnceAProfileNamesIt_AsADownload()
    {
        using var focalPoint = new ProfileEditor(host, "focal_point", "country:BT");
        var address = await focalPoint.SentFileAsync("bt", "../Migration é.pdf", SampleFiles.Pdf());
        using var before = await DownloadAsync(address);

        var profile = await focalPoint.AddedAsync(ProfileEditor.Profile("BT", url: address));

        using var download = await DownloadAsync(address);
        using var again = await DownloadAsync(address, download.Headers.ETag?.ToString());
        using var otherName = await DownloadAsync(address.Replace(".pdf", ".html", StringComparison.Ordinal));
        Assert.Equal((address, address), (profile.Url, Assert.Single(await focalPoint.PublicAsync("BT")).Url));
        Assert.EndsWith("/Migration%20%C3%A9.pdf", address, StringComparison.Ordinal);
        Assert.Equal(SampleFiles.Pdf(), await download.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(
            ("application/pdf", "attachment", "Migration é.pdf"),
            (download.Content.Headers.ContentType?.MediaType, download.Content.Headers.ContentDisposition?.DispositionType, download.Content.Headers.ContentDisposition?.FileNameStar));
        Assert.Equal(["nosniff", FileDownload.ContentSecurityPolicy], new[] { "X-Content-Type-Options", "Content-Security-Policy" }.SelectMany(download.Headers.GetValues));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotModified, HttpStatusCode.NotFound), (before.StatusCode, again.StatusCode, otherName.StatusCode));
    }

    [Fact]
    public async Task File_ThatIsReplaced_OrWithdrawnWithItsProfile_IsNobodysAnyMore()
    {
        using var focalPoint = new ProfileEditor(host, "focal_point", "country:BN");
        var first = await focalPoint.SentFileAsync("BN", "First.docx", SampleFiles.OpenXml());
        var second = await focalPoint.SentFileAsync("BN", "Second.odt", SampleFiles.OpenDocument());
        var profile = await focalPoint.AddedAsync(ProfileEditor.Profile("BN", url: first));

        using var changed = await focalPoint.ChangeAsync(profile.Id, 1, second);
        using var replaced = await DownloadAsync(first);
        using var shown = await DownloadAsync(second);
        using var withdrawn = await focalPoint.WithdrawAsync(profile.Id, 2);
        using var gone = await DownloadAsync(second);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NoContent], new[] { changed, withdrawn }.Select(answer => answer.StatusCode));
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.NotFound], new[] { replaced, shown, gone }.Select(answer => answer.StatusCode));
    }

    [Fact]
    public async Task File_OfAnotherCountry_IsNotNamed_BeItAddedOrChanged()
    {
        using var owner = new ProfileEditor(host, "focal_point", "country:BW");
        using var other = new ProfileEditor(host, "focal_point", "country:BZ");
        using var secretariat = new ProfileEditor(host, "moderator", null);
        var theirs = await owner.SentFileAsync("BW", "Theirs.pdf", SampleFiles.Pdf());
        var profile = await other.AddedAsync(ProfileEditor.Profile("BZ"));

        using var added = await other.AddAsync(ProfileEditor.Profile("BZ", "2019", url: theirs));
        using var changed = await other.ChangeAsync(profile.Id, 1, theirs);
        using var bySecretariat = await secretariat.AddAsync(ProfileEditor.Profile("BZ", "2019", url: theirs));
        using var unknown = await owner.AddAsync(ProfileEditor.Profile("BW", url: $"/api/catalogue/profiles/files/{Guid.CreateVersion7()}/Theirs.pdf"));
        using var renamed = await owner.AddAsync(ProfileEditor.Profile("BW", url: theirs.Replace("Theirs", "Mine", StringComparison.Ordinal)));

        foreach (var answer in new[] { added, changed, bySecretariat, unknown, renamed })
        {
            Assert.Equal((HttpStatusCode.BadRequest, "url"), (answer.StatusCode, await FieldAsync(answer)));
        }

        using var download = await DownloadAsync(theirs);
        Assert.Equal(HttpStatusCode.NotFound, download.StatusCode);
        Assert.Equal(profile.Url, Assert.Single(await other.PublicAsync("BZ")).Url);
    }

    [Theory]
    [InlineData("focal_point", "country:LS")]
    [InlineData("focal_point", "organisation:country:BF")]
    [InlineData("focal_point", null)]
    [InlineData("member", "country:BF")]
    public async Task WhoeverElse_SendsNone(string role, string? entity)
    {
        using var other = new ProfileEditor(host, role, entity);

        using var answer = await other.SendFileAsync("BF", "Theirs.pdf", SampleFiles.Pdf());

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Guest_SendsNone_AndSecretariat_SendsForAnyCountryThereIs()
    {
        using var client = host.Client();
        using var body = new ByteArrayContent(SampleFiles.Pdf());
        using var secretariat = new ProfileEditor(host, "moderator", null);

        using var guest = await client.PostAsync(new Uri("/api/catalogue/profiles/files/BG?name=x.pdf", UriKind.Relative), body, Cancellation);
        using var nowhere = await secretariat.SendFileAsync("XX", "x.pdf", SampleFiles.Pdf());
        await secretariat.AddedAsync(ProfileEditor.Profile("BG", url: await secretariat.SentFileAsync("BG", "x.pdf", SampleFiles.Pdf())));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.NotFound), (guest.StatusCode, nowhere.StatusCode));
    }

    [Fact]
    public async Task File_ThatIsNoTextToRead_OrMayHarm_OrIsTooLarge_IsRefusedWithTheReason()
    {
        using var focalPoint = new ProfileEditor(host, "focal_point", "country:BI");

        foreach (var (name, content, message) in new (string, byte[], string)[]
        {
            ("page.pdf", "<script>"u8.ToArray(), "none of PDF, DOCX, ODT."),
            ("photo.png", SampleFiles.Png(), "none of PDF, DOCX, ODT."),
            ("table.xlsx", SampleFiles.OpenXml("spreadsheetml.sheet"), "none of PDF, DOCX, ODT."),
            ("macros.docx", SampleFiles.OpenXml(parts: ("word/vbaProject.bin", [1])), "macros"),
            ("profile.docx", SampleFiles.Pdf(), "another type"),
            ("page.html", [.. SampleFiles.Pdf(), .. "<script>"u8], "another type"),
            ("bomb.docx", SampleFiles.OpenXml(parts: ("word/media/image1.xml", new byte[60_000_000])), "programs"),
            ("outside.docx", SampleFiles.OpenXml(parts: ("../../etc/passwd", [1])), "programs"),
            ("empty.pdf", [], "empty"),
            ("large.pdf", [.. SampleFiles.Pdf(), .. new byte[FileCheck.LargestBytes]], "5 MB"),
        })
        {
            using var answer = await focalPoint.SendFileAsync("BI", name, content);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(message, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task File_SentTwice_IsOne_AndOfAnotherCountry_IsAnother()
    {
        using var secretariat = new ProfileEditor(host, "moderator", null);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(count => secretariat.SentFileAsync("BJ", $"Copy {count}.pdf", SampleFiles.Pdf())));
        var other = await secretariat.SentFileAsync("BO", "Copy.pdf", SampleFiles.Pdf());

        Assert.NotEqual(Assert.Single(answers.Distinct()), other);
    }

    [Fact]
    public async Task File_ThatNoProfileNames_GoesAfterADay_OthersStay()
    {
        using var focalPoint = new ProfileEditor(host, "focal_point", "country:BY");
        var (named, replaced, unnamed) = (
            await focalPoint.SentFileAsync("BY", "Named.pdf", SampleFiles.Pdf("Named")),
            await focalPoint.SentFileAsync("BY", "Replaced.pdf", SampleFiles.Pdf("Replaced")),
            await focalPoint.SentFileAsync("BY", "Unnamed.pdf", SampleFiles.Pdf("Unnamed")));
        var profile = await focalPoint.AddedAsync(ProfileEditor.Profile("BY", url: replaced));
        using var changed = await focalPoint.ChangeAsync(profile.Id, 1, named);
        var forget = host.Services.GetRequiredService<ForgetProfileFiles>();

        await forget.ForgetAsync(TimeProvider.System.GetUtcNow() + ProfileFile.ToBeNamed - TimeSpan.FromMinutes(10), Cancellation);
        using var early = await focalPoint.AddAsync(ProfileEditor.Profile("BY", "2001", url: unnamed));
        using var withdrawn = await focalPoint.WithdrawAsync((await focalPoint.PublicAsync("BY"))[1].Id, 1);
        await forget.ForgetAsync(TimeProvider.System.GetUtcNow() + ProfileFile.ToBeNamed + TimeSpan.FromMinutes(10), Cancellation);

        using var download = await DownloadAsync(named);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (early.StatusCode, download.StatusCode));
        foreach (var gone in new[] { replaced, unnamed })
        {
            using var late = await focalPoint.AddAsync(ProfileEditor.Profile("BY", "2002", url: gone));
            Assert.Equal((HttpStatusCode.BadRequest, "url"), (late.StatusCode, await FieldAsync(late)));
        }
    }

    [Fact]
    public async Task Import_OfALink_TakesTheFilesPlace()
    {
        using var focalPoint = new ProfileEditor(host, "focal_point", "country:BS");
        var address = await focalPoint.SentFileAsync("BS", "Profile.pdf", SampleFiles.Pdf());
        await focalPoint.AddedAsync(ProfileEditor.Profile("BS", url: address));

        await host.ImportAsync(new { kind = "profile", country = "BS", year = 2015, url = "https://example.org/imported" });

        using var download = await DownloadAsync(address);
        Assert.Equal((HttpStatusCode.NotFound, "https://example.org/imported"), (download.StatusCode, Assert.Single(await focalPoint.PublicAsync("BS")).Url));
    }

    private async Task<HttpResponseMessage> DownloadAsync(string address, string? known = null)
    {
        using var client = host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (known is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        }

        return await client.SendAsync(request, Cancellation);
    }

    private static async Task<string> FieldAsync(HttpResponseMessage answer) =>
        Assert.Single((await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("errors").EnumerateObject()).Name;
}
