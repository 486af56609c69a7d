using System.Net.Http.Json;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Identity;
using PfP.Contracts.Notifications.Api;
using PfP.Notifications.Tests.Hosting;
using PfP.Testing;
using static PfP.Notifications.Tests.Digests.Followed;

namespace PfP.Notifications.Tests.Digests;

/// <summary>Entries of the catalogue, and those who follow them.</summary>
public sealed class EntryFollowTests(CallsHost host) : IClassFixture<CallsHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NewVersion_IsToldOnce_ToWhoFollowedBefore()
    {
        await host.MoveToAsync(At(5, 5, 12));
        var (practice, member, late) = (Published(), await host.MemberAsync(), await host.MemberAsync());
        await host.TellAsync(practice);
        await FollowAsync(member, practice);
        await FollowAsync(member, practice);
        await host.TellAsync(practice);
        Assert.Equal(0, await host.DigestsAsync(member, "waiting"));

        var changed = Published(practice.EntryId, 3);
        await host.TellAsync(changed);
        await host.TellAsync(Published(practice.EntryId, 2));
        await FollowAsync(late, practice);
        await host.MoveToAsync(At(5, 10, 8));
        await host.DigestEndsAsync(member, "sent");
        await host.TellAsync(changed);

        var mail = Assert.Single(host.To(member.Contact));
        Assert.Equal("New: Followed, version 3", mail.Subject);
        Assert.Contains("Practice\r\nBecause you follow this practice, and it has changed\r\n", mail.Text, StringComparison.Ordinal);
        Assert.Equal((0, 0), (await host.DigestsAsync(member, "waiting"), await host.DigestsAsync(late, "waiting")));
        await host.TellAsync(Published(practice.EntryId, 4));
        Assert.Equal(At(5, 17, 8), await host.DigestDueAsync(member));
    }

    [Fact]
    public async Task Change_ByThoseForWhomTheMemberActs_IsNoNews()
    {
        await host.MoveToAsync(At(5, 5, 12));
        var (practice, member) = (Published(owner: "country:PH"), await host.MemberAsync());
        await host.TellAsync(new MemberAppointed(member.MemberId, 1, ["member"]) { Entity = "country:PH" });
        await host.TellAsync(practice);
        await FollowAsync(member, practice);

        await host.TellAsync(Published(practice.EntryId, 2, "country:PH"));
        await host.MoveToAsync(At(5, 10, 8));

        await host.DigestEndsAsync(member, "dropped");
        Assert.Empty(host.SubjectsTo(member));
    }

    [Fact]
    public async Task Entry_ThatASearchFindsToo_IsOneThingWithBothReasons()
    {
        await host.MoveToAsync(At(5, 5, 12));
        var (practice, member) = (Published(), await host.MemberAsync());
        await host.TellAsync(practice);
        await FollowAsync(member, practice);
        await host.TellAsync(Published(practice.EntryId, 2));
        await host.FindsAsync(member, "Mine", new Contracts.Search.MatchedEntry("practice", practice.EntryId, practice.Url, "en", new Dictionary<string, string> { ["en"] = "Followed, version 2" }, null));

        await host.MoveToAsync(At(5, 10, 8));

        var mail = await host.Sink.NextAsync(member.Contact.Email);
        Assert.Equal("New: Followed, version 2", mail.Subject);
        Assert.Contains("Practice\r\nBecause you follow: Mine\r\nBecause you follow this practice, and it has changed\r\n", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follows_AreTheMembersOwn_AndEnd_AndAreNotThoseOfWhatIsGone()
    {
        var (practice, gone) = (Published(), Published());
        await host.TellAsync(practice);
        await host.TellAsync(gone);
        var (member, other) = (await host.MemberAsync(), await host.MemberAsync());
        await FollowAsync(member, practice);
        await FollowAsync(member, gone);
        await FollowAsync(other, practice);
        await host.TellAsync(new EntryWithdrawn(gone.EntryId, 2, "practice", "gone", At(5, 6, 12), "Out of date."));

        using var list = await host.AskAsync(member.MemberId, HttpMethod.Get, "follows/entries?lang=fr");
        var followed = Assert.Single((await list.Content.ReadFromJsonAsync<FollowedEntry[]>(Cancellation))!);
        Assert.Equal((practice.EntryId, "practice", "/practices/followed", "Followed, version 1", "en"), (followed.EntryId, followed.Kind, followed.Url, followed.Title, followed.Language));
        Assert.Equal((200, 404, 404), (await StatusAsync(member, HttpMethod.Get, practice.EntryId), await StatusAsync(member, HttpMethod.Get, gone.EntryId), await StatusAsync(member, HttpMethod.Put, gone.EntryId)));
        Assert.Equal((204, 204, 404), (await StatusAsync(member, HttpMethod.Delete, practice.EntryId), await StatusAsync(member, HttpMethod.Delete, practice.EntryId), await StatusAsync(member, HttpMethod.Get, practice.EntryId)));
        Assert.Equal((404, 404, 200), (await StatusAsync(member, HttpMethod.Put, Guid.CreateVersion7()), await StatusAsync(member, HttpMethod.Delete, Guid.CreateVersion7()), await StatusAsync(other, HttpMethod.Get, practice.EntryId)));
        await host.TellAsync(new MemberErased(other.MemberId, 9));
        Assert.Equal(404, await StatusAsync(other, HttpMethod.Put, practice.EntryId));
        Assert.Equal(0, await host.ScalarAsync<long>($"select count(*) from entry_follows where member_id = '{other.MemberId}'"));
    }

    [Fact]
    public async Task WhatWasPublishedBeforeThisServiceListened_IsAskedForOnce_AndCanBeFollowed()
    {
        var (practice, call) = (Published(), host.Call(null));
        var gone = new EntryWithdrawn(Guid.CreateVersion7(), 1, "tool", "gone", At(5, 6, 12), "Out of date.");
        await using var catalogue = await FakeProducer.StartAsync("catalogue", host.MessagingAddress, current => (current.Events[practice.EntryId], current.Events[gone.EntryId]) = (practice, gone));
        await using var calls = await FakeProducer.StartAsync("calls", host.MessagingAddress, current => current.Events[call.CallId] = call);

        await Eventually.TrueAsync(async () => await host.ScalarAsync<long>("select count(*) from replays") == 2, "both have answered", TimeSpan.FromSeconds(60));

        var member = await host.MemberAsync();
        await FollowAsync(member, practice);
        await host.FollowAsync(member, call);
    }

    private async Task FollowAsync(MemberApproved member, EntryPublished entry) => Assert.Equal(204, await StatusAsync(member, HttpMethod.Put, entry.EntryId));

    private async Task<int> StatusAsync(MemberApproved member, HttpMethod method, Guid entry)
    {
        using var answer = await host.AskAsync(member.MemberId, method, $"follows/entries/{entry}");
        return (int)answer.StatusCode;
    }
}
