using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Members;
using PfP.Identity.Members.Directory;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Tests.Hosting;

/// <summary>Members who are just there: what they came in by is tested elsewhere.</summary>
internal static class Peers
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A name that no other test uses, so that a search finds just those of one test.</summary>
    public static string Word() => $"q{Guid.NewGuid():N}"[..12];

    public static async Task<Member> PeerAsync(
        this IdentityHost host, string name = "Sample Peer", DirectoryEntry? entry = null, Affiliation? affiliation = null, string role = Roles.Member, string? entity = null,
        TimeSpan? term = null)
    {
        var now = host.Clock.GetUtcNow();
        var peer = host.Waiting(name, affiliation);
        peer.Approve(role, entity, now + (term ?? TimeSpan.FromDays(700)), null, now);
        peer.Directory = entry ?? new();
        return await host.AddAsync(peer);
    }

    public static Member Waiting(this IdentityHost host, string name, Affiliation? affiliation = null)
    {
        var peer = Member.Register(
            Guid.CreateVersion7(), "http://localhost",
            new(name, People.NewEmail(), "en", affiliation ?? new("MD", null, "national-government", "Ministry of Labour", "Desk officer"), Roles.Member, "A sample."), host.Clock.GetUtcNow());
        peer.Confirm();
        return peer;
    }

    public static Task<Member> AddAsync(this IdentityHost host, Member peer) => host.InDatabaseAsync(async db =>
    {
        db.Members.Add(peer);
        await db.SaveChangesAsync(Cancellation);
        return peer;
    });

    /// <summary>Changes a member past every rule.</summary>
    public static Task ChangeAsync(this IdentityHost host, Member peer, Action<Member> change) => host.InDatabaseAsync(async db =>
    {
        change(await db.Members.SingleAsync(member => member.Id == peer.Id, Cancellation));
        return await db.SaveChangesAsync(Cancellation);
    });

    /// <summary>The API as that member calls it.</summary>
    public static Desk DeskOf(this IdentityHost host, Member member) => new(host, member.Roles.FirstOrDefault() ?? "", member.Entity, member.Id);

    public static Task<HttpResponseMessage> AskAsync(this Desk desk, Member to, string message = "May we exchange on this?", string? key = null) =>
        desk.SendAsync(HttpMethod.Post, "introductions", new { to = to.Id, message }, key: key);

    /// <summary>Asks, and expects it to work.</summary>
    public static async Task<IntroductionResponse> AskedAsync(this Desk desk, Member to, string message = "May we exchange on this?")
    {
        using var answer = await desk.AskAsync(to, message);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<IntroductionResponse>(Cancellation))!;
    }

    /// <summary>Two members who may write to each other.</summary>
    public static async Task<Guid> ThreadAsync(this IdentityHost host, Member one, Member other)
    {
        using var asker = host.DeskOf(one);
        using var asked = host.DeskOf(other);
        var introduction = await asker.AskedAsync(other);
        using var answer = await asked.SendAsync(HttpMethod.Post, $"introductions/{introduction.Id}/accept", version: introduction.Version);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<IntroductionResponse>(Cancellation))!.ThreadId!.Value;
    }

    public static async Task<MessageResponse> WroteAsync(this Desk desk, Guid thread, string text, string? key = null)
    {
        using var answer = await desk.SendAsync(HttpMethod.Post, $"threads/{thread}/messages", new { text }, key: key);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<MessageResponse>(Cancellation))!;
    }
}
