using System.Net;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Departures;

/// <summary>Who may decide about an entry, and in which of its states.</summary>
public sealed class DepartureAccessTests(CatalogueHost host)
{
    private static readonly string[] Steps = ["archive", "withdraw", "merge"];

    public static TheoryData<string, string, string[]> StatesAndRoles
    {
        get
        {
            var data = new TheoryData<string, string, string[]>();
            foreach (var role in new[] { "visitor", "member", "focal_point", "moderator", "administrator" })
            {
                data.Add("published", role, ["archive", "withdraw", "merge"]);
                data.Add("archived", role, ["withdraw", "merge"]);
                data.Add("withdrawn", role, []);
                data.Add("merged", role, []);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(StatesAndRoles))]
    public async Task Entry_IsDecidedAbout_ByTheSecretariat_WhileItIsPublic(string state, string role, string[] possible)
    {
        using var moderator = new Deciding(host);
        using var somebody = new Deciding(host, role);
        var name = $"{state} for {role.Replace('_', ' ')}";
        var target = await moderator.EntryAsync($"Target of {name}");
        foreach (var step in Steps)
        {
            var entry = await moderator.EntryAsync($"To {step} {name}", state);

            object body = step == "merge" ? new EntryMerge(target.Id, null) : new EntryReason("It has to be.");
            using var answer = await somebody.SendAsync(HttpMethod.Post, entry.Id, step, body, entry.Version);

            Assert.Equal(Expected(role, possible.Contains(step)), answer.StatusCode);
            Assert.Equal(answer.IsSuccessStatusCode ? entry.Version + 1 : entry.Version, (await moderator.ReadAsync(entry.Id)).Version);
        }
    }

    [Theory]
    [InlineData("visitor", HttpStatusCode.Unauthorized)]
    [InlineData("member", HttpStatusCode.Forbidden)]
    [InlineData("focal_point", HttpStatusCode.Forbidden)]
    public async Task Entry_IsNotShownHere_ToAnybodyElse(string role, HttpStatusCode expected)
    {
        using var moderator = new Deciding(host);
        using var somebody = new Deciding(host, role);
        var entry = await moderator.EntryAsync($"Not shown to {role.Replace('_', ' ')}");

        using var answer = await somebody.SendAsync(HttpMethod.Get, entry.Id);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Session_IsWithdrawn_AsOtherEntriesAre()
    {
        await host.ImportAsync(new { kind = "session", key = "desk-session", title = "A session that was cancelled" });
        var session = await host.GetAsync<EntryResponse>("sessions/a-session-that-was-cancelled");
        using var moderator = new Deciding(host);

        using var withdrawn = await moderator.SendAsync(HttpMethod.Post, session.Id, "withdraw", new EntryReason("It was cancelled."), 1);
        using var gone = await host.AskAsync("sessions/a-session-that-was-cancelled");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Gone), (withdrawn.StatusCode, gone.StatusCode));
    }

    [Fact]
    public async Task Unknown_IsNotThere()
    {
        using var moderator = new Deciding(host);

        using var read = await moderator.SendAsync(HttpMethod.Get, Guid.NewGuid());
        using var withdraw = await moderator.SendAsync(HttpMethod.Post, Guid.NewGuid(), "withdraw", new EntryReason("No."), 1);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (read.StatusCode, withdraw.StatusCode));
    }

    [Fact]
    public async Task Answers_AreKeptByNobody()
    {
        using var moderator = new Deciding(host);
        var entry = await moderator.EntryAsync("Kept by nobody");
        using var answer = await moderator.SendAsync(HttpMethod.Get, entry.Id);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    private static HttpStatusCode Expected(string role, bool isPossible) => role switch
    {
        "visitor" => HttpStatusCode.Unauthorized,
        "member" or "focal_point" => HttpStatusCode.Forbidden,
        _ => isPossible ? HttpStatusCode.OK : HttpStatusCode.Conflict,
    };
}
