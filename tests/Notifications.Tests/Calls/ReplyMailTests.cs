using PfP.Contracts.Calls;
using PfP.Contracts.Identity;
using PfP.Notifications.Tests.Hosting;
using PfP.Testing;

namespace PfP.Notifications.Tests.Calls;

/// <summary>Those who answer for a call hear once of each reply, and whoever replied of each answer; no mail says what was written.</summary>
public sealed class ReplyMailTests(CallsHost host) : IClassFixture<CallsHost>
{
    [Fact]
    public async Task Reply_IsToldOnce_ToThoseWhoAnswerForTheCall_HoweverOftenItIsChanged()
    {
        var owner = $"country:{Guid.NewGuid():n}";
        var (focal, other) = (await ActingAsync(owner, "fr"), await ActingAsync($"country:{Guid.NewGuid():n}"));
        var call = host.Call(null, owner);
        await host.TellAsync(call);
        var replied = new CallReplied(call.CallId, Guid.CreateVersion7(), 1, owner, host.Clock.GetUtcNow());

        await host.PublishAsync(replied);
        await host.PublishAsync(replied with { Version = 2 });
        var mail = await host.Sink.NextAsync(focal.Contact.Email);
        await host.PublishAsync(replied with { ReplyId = Guid.CreateVersion7() });
        await Eventually.TrueAsync(() => Task.FromResult(host.To(focal.Contact).Count() > 1), "the second reply");

        Assert.Equal(
            ($"Une réponse à votre appel : {call.Texts["fr"].Title}", $"https://pfp.example.org/fr/contribute/calls/{call.CallId}/replies"), (mail.Subject, mail.Links.First().AbsoluteUri));
        Assert.Equal(2, host.To(focal.Contact).Count());
        Assert.Empty(host.To(other.Contact));
        Assert.NotNull(mail.Header("List-Unsubscribe"));
    }

    [Fact]
    public async Task Reply_ToACallThatIsNotKnownYet_IsToldWhenItIs()
    {
        var owner = $"country:{Guid.NewGuid():n}";
        var focal = await ActingAsync(owner);
        var call = host.Call(null, owner);
        await host.PublishAsync(new CallReplied(call.CallId, Guid.CreateVersion7(), 1, owner, host.Clock.GetUtcNow()));
        await host.IsPostponedAsync(focal.MemberId, "CallNotKnownYetException");

        await host.PublishAsync(call);
        await Eventually.TrueAsync(async () => await host.ScalarAsync<string>($"select slug from calls where id = '{call.CallId}'") == call.Slug, "the call");
        await host.HurryAsync(focal.MemberId);

        Assert.Equal($"A reply to your call: {call.Texts["en"].Title}", (await host.Sink.NextAsync(focal.Contact.Email)).Subject);
    }

    [Fact]
    public async Task Answer_IsToldToWhoReplied_EachTime()
    {
        var member = await host.MemberAsync(language: "es");
        var call = host.Call(null, "country:KE");
        await host.TellAsync(call);
        var answered = new ReplyAnswered(call.CallId, Guid.CreateVersion7(), member.MemberId, host.Clock.GetUtcNow());

        await host.PublishAsync(answered);
        await host.PublishAsync(answered);
        var mail = await host.Sink.NextAsync(member.Contact.Email);
        await host.PublishAsync(answered with { At = answered.At.AddMinutes(1) });
        await Eventually.TrueAsync(() => Task.FromResult(host.To(member.Contact).Count() > 1), "the second answer");

        Assert.Equal(($"Han contestado a su respuesta: {call.Texts["en"].Title}", $"https://pfp.example.org/es/calls/{call.Slug}/reply"), (mail.Subject, mail.Links.First().AbsoluteUri));
        Assert.Equal(2, host.To(member.Contact).Count());
    }

    private async Task<MemberApproved> ActingAsync(string entity, string language = "en")
    {
        var member = await host.MemberAsync(language: language);
        await host.PublishAsync(new MemberAppointed(member.MemberId, 2, ["focal_point"]) { Entity = entity });
        await Eventually.TrueAsync(async () => await host.ScalarAsync<int>($"select version from appointments where member_id = '{member.MemberId}'") == 2, "the appointment");
        return member;
    }
}
