using PfP.Contracts.Identity;
using PfP.Notifications.Tests.Hosting;
using PfP.Testing;

namespace PfP.Notifications.Tests.Delivery;

/// <summary>Those who answer for an entry hear once of each thread about it, and whoever opened it of the answer.</summary>
public sealed class EngagementMailTests(NotificationsHost host)
{
    [Theory]
    [InlineData("ask", "A question about Sending money home", "entry-asked")]
    [InlineData("offer", "An offer to join: Sending money home", "entry-join-offered")]
    [InlineData("adapt", "A member wants to adapt Sending money home", "entry-to-adapt")]
    public async Task Thread_IsToldToThoseWhoAnswerForTheEntry_Once(string kind, string subject, string occasion)
    {
        var owner = $"country:{Guid.NewGuid():n}";
        var (focal, other) = (await ActingAsync(owner), await ActingAsync("country:XX"));
        var opened = new EngagementOpened(Guid.CreateVersion7(), kind, "Sending money home") { Owner = owner };

        await host.PublishAsync(opened);
        await host.PublishAsync(opened);
        await host.PublishAsync(opened with { ThreadId = Guid.CreateVersion7(), Title = "Another" });
        await Eventually.TrueAsync(() => Task.FromResult(host.To(focal.Contact).Count() > 1), "the second thread");

        var mail = host.To(focal.Contact).Single(mail => mail.Subject == subject);
        Assert.EndsWith($"/members/threads/{opened.ThreadId}", mail.Links.First().AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(2, await host.ScalarAsync<long>($"select count(*) from deliveries where recipient = '{focal.MemberId}' and occasion = '{occasion}'"));
        Assert.Empty(host.To(other.Contact));
    }

    [Fact]
    public async Task Thread_WithTheSecretariat_IsToldToNobody()
    {
        var focal = await ActingAsync("country:XY");
        var opened = new EngagementOpened(Guid.CreateVersion7(), "ask", "Nobody's");

        await host.PublishAsync(opened);
        await host.PublishAsync(opened with { ThreadId = Guid.CreateVersion7(), Title = "Somebody's", Owner = "country:XY" });

        Assert.Equal("A question about Somebody's", (await host.Sink.NextAsync(focal.Contact.Email)).Subject);
        Assert.Equal(0, await host.ScalarAsync<long>($"select count(*) from owner_notices where id = '{opened.ThreadId}'"));
    }

    [Fact]
    public async Task FirstAnswer_AndWhatCameOfIt_AreToldToWhoeverOpenedIt()
    {
        var asker = await host.MemberAsync(language: "fr");
        var answered = new EngagementAnswered(Guid.CreateVersion7(), 2, asker.MemberId, "Sending money home");

        await host.PublishAsync(answered);
        await host.PublishAsync(answered);
        await host.PublishAsync(answered with { Version = 3, Outcome = EngagementOutcomes.Agreed });
        await host.PublishAsync(answered with { ThreadId = Guid.CreateVersion7(), Outcome = EngagementOutcomes.NotNow });
        await Eventually.TrueAsync(() => Task.FromResult(host.To(asker.Contact).Count() >= 3), "three mails");

        Assert.Equal(
            ["D’accord : Sending money home", "Pas pour l’instant : Sending money home", "Vous avez une réponse sur Sending money home"],
            host.To(asker.Contact).Select(mail => mail.Subject).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Answer_ToSomebodyErased_LeavesNothing()
    {
        var asker = await host.MemberAsync();
        await host.PublishAsync(new MemberErased(asker.MemberId, 9));
        await Eventually.TrueAsync(async () => await host.ScalarAsync<int>($"select version from members where id = '{asker.MemberId}'") == 9, "the erasure");
        var (after, thread) = (await host.MemberAsync(), Guid.CreateVersion7());

        await host.PublishAsync(new EngagementAnswered(thread, 2, asker.MemberId, "Sending money home"));
        await host.PublishAsync(new EngagementAnswered(Guid.CreateVersion7(), 2, after.MemberId, "Sending money home"));
        await host.Sink.NextAsync(after.Contact.Email);

        Assert.Equal(0, await host.ScalarAsync<long>($"select count(*) from engagement_answers where thread_id = '{thread}'"));
        Assert.Equal(0, await host.ScalarAsync<long>($"select count(*) from deliveries where recipient = '{asker.MemberId}'"));
    }

    private async Task<MemberApproved> ActingAsync(string entity)
    {
        var member = await host.MemberAsync();
        await host.PublishAsync(new MemberAppointed(member.MemberId, 2, ["focal_point"]) { Entity = entity });
        await Eventually.TrueAsync(async () => await host.ScalarAsync<int>($"select version from appointments where member_id = '{member.MemberId}'") == 2, "the appointment");
        return member;
    }
}
