using System.Net;
using System.Net.Http.Json;
using PfP.Contracts.Catalogue.Api;
using PfP.Contracts.Identity.Api;

namespace PfP.Identity.Tests.Hosting;

/// <summary>Entries that the catalogue has, and members who write to those who answer for them.</summary>
internal static class Engaging
{
    public const string Text = "How did you begin?";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static string NewEntity() => $"organisation:{Peers.Word()}";

    public static EntryResponse Entry(this IdentityHost host, string? owner, string kind = "practice", Func<EntryResponse, EntryResponse>? but = null)
    {
        var slug = $"entry-{Peers.Word()}";
        var entry = new EntryResponse(
            Guid.CreateVersion7(), kind, slug, $"/{kind}s/{slug}", 1, "published", false, "en", "human", ["en"], "Sending money home", null, [new("KE", "lead")], [], [], null, [], [], [], [], [], [])
        {
            Owner = owner,
        };
        entry = but?.Invoke(entry) ?? entry;
        host.Others.Entries[($"{kind}s", slug)] = entry;
        return entry;
    }

    public static Task<HttpResponseMessage> EngageAsync(this Desk desk, EntryResponse entry, string kind = "ask", string message = Text, string? key = null) =>
        desk.SendAsync(HttpMethod.Post, "engagements", new { entryKind = entry.Kind, slug = entry.Slug, kind, message }, key: key);

    /// <summary>Engages, and expects it to work.</summary>
    public static async Task<EngagementResponse> EngagedAsync(this Desk desk, EntryResponse entry, string kind = "ask", string message = Text, string? key = null)
    {
        using var answer = await desk.EngageAsync(entry, kind, message, key);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<EngagementResponse>(Cancellation))!;
    }

    public static async Task<HttpStatusCode> CloseAsync(this Desk desk, Guid thread, string outcome, int version)
    {
        using var answer = await desk.SendAsync(HttpMethod.Post, $"threads/{thread}/close", new { outcome }, version);
        return answer.StatusCode;
    }

    public static async Task<HttpStatusCode> StatusAsync(this Desk desk, string path)
    {
        using var answer = await desk.SendAsync(HttpMethod.Get, path);
        return answer.StatusCode;
    }
}
