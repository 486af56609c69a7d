using System.Net;
using System.Net.Http.Json;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Submissions;

/// <summary>A video comes in with an entry, with what makes it of use to those who do not hear it.</summary>
public sealed class VideoTests(CatalogueHost host)
{
    private const string Address = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("practice", "practices")]
    [InlineData("tool", "tools")]
    public async Task Video_IsPublished_Corrected_AndTakenAway(string kind, string list)
    {
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var form = (kind == "tool" ? Contributing.CompleteTool : Contributing.Complete) with { Title = $"A {kind} with a video", Video = new($" {Address} ", "no", " ") };
        var slug = (await member.PublishAsync(await member.StartAsync(kind: kind), form, moderator)).Slug!;
        var first = await host.GetAsync<EntryResponse>($"{list}/{slug}");

        var correction = await member.CorrectAsync(slug, list);
        await member.PublishAsync(correction, correction.Form with { Video = correction.Form.Video! with { Captions = "yes", Transcript = "https://example.org/said" } }, moderator);
        var second = await host.GetAsync<EntryResponse>($"{list}/{slug}");
        correction = await member.CorrectAsync(slug, list);
        await member.PublishAsync(correction, correction.Form with { Title = $"A {kind} with the same video" }, moderator);
        var third = await host.GetAsync<EntryResponse>($"{list}/{slug}");
        correction = await member.CorrectAsync(slug, list);
        await member.PublishAsync(correction, correction.Form with { Video = new("", "", "") }, moderator);

        Assert.Equal(new VideoResponse(Address, false, null), first.Video);
        Assert.Equal(new VideoResponse(Address, true, "https://example.org/said"), second.Video);
        Assert.Equal(second.Video, third.Video);
        Assert.Null((await host.GetAsync<EntryResponse>($"{list}/{slug}")).Video);
        Assert.Equal(new VideoResponse(Address, false, null), (await host.GetAsync<EntryResponse>($"{list}/{slug}/versions/1")).Video);
    }

    [Theory]
    [InlineData("http://example.org/video", "yes", null)]
    [InlineData("javascript:alert(1)", "yes", null)]
    [InlineData(Address, null, "https://example.org/said")]
    [InlineData(Address, "perhaps", null)]
    [InlineData(Address, "yes", "javascript:alert(1)")]
    [InlineData(null, "yes", "https://example.org/said")]
    public async Task Video_ThatIsWrong_KeepsItFromBeingSentIn(string? url, string? captions, string? transcript)
    {
        using var member = new Contributing(host, "member", Contributing.NewCountry());
        var draft = await member.StartAsync(Contributing.Complete with { Video = new(url, captions, transcript) });

        using var refused = await member.SendAsync(HttpMethod.Post, $"/{draft.Id}/submit", version: draft.Version);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(["video"], (await refused.Content.ReadFromJsonAsync<Microsoft.AspNetCore.Mvc.ValidationProblemDetails>(Cancellation))!.Errors.Keys);
    }
}
