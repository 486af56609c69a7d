using PfP.Contracts.Catalogue;
using PfP.Contracts.Identity;
using PfP.Notifications.Tests.Hosting;
using PfP.Testing.Mail;
using static PfP.Notifications.Tests.Digests.Followed;

namespace PfP.Notifications.Tests.Digests;

/// <summary>What a digest holds, from finding to the mail. 3, 10 and 17 May 2027 are Mondays.</summary>
public sealed class DigestTests(CallsHost host) : IClassFixture<CallsHost>
{
    [Fact]
    public async Task Weekly_HoldsEachNewThingOnce_ThoughThreeSearchesFindIt_AndSaysWhy()
    {
        await host.MoveToAsync(At(5, 5, 12));
        var member = await host.MemberAsync(language: "fr", timeZone: "Europe/Zurich");
        var (found, other) = (Entry("Sending & saving"), Entry("Another") with { Titles = new Dictionary<string, string> { ["en"] = "Another" } });
        await host.FindsAsync(member, "First", found);
        await host.MoveToAsync(At(5, 5, 12, 1));
        await host.FindsAsync(member, "<b>Second</b>", found, other);
        await host.FindsAsync(member, "Third", found);
        Assert.Equal(At(5, 10, 6), await host.DigestDueAsync(member));

        await host.MoveToAsync(At(5, 10, 6));
        var mail = await host.Sink.NextAsync(member.Contact.Email);
        await host.DigestEndsAsync(member, "sent");
        await host.FindsAsync(member, "Fourth", found);

        Assert.Equal("2 nouveautés dans ce que vous suivez", mail.Subject);
        Assert.Equal([$"https://pfp.example.org/fr{found.Url}", $"https://pfp.example.org/fr{other.Url}", "https://pfp.example.org/fr/members/following"], mail.Links.Take(3).Select(link => link.AbsoluteUri));
        Assert.Contains($"Sending & saving (fr)\r\nhttps://pfp.example.org/fr{found.Url}\r\nPratique\r\nParce que vous suivez : First; <b>Second</b>; Third\r\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Sending &amp; saving (fr)</a><br>\r\nPratique<br>\r\nParce que vous suivez : First; &lt;b&gt;Second&lt;/b&gt;; Third</p>", mail.Html, StringComparison.Ordinal);
        Assert.Matches("<a href=\"[^\"]*\" lang=\"en\" [^>]*>Another</a>", mail.Html);
        Assert.NotNull(mail.Header("List-Unsubscribe"));
        Assert.Equal((1, 0), (host.SubjectsTo(member).Length, await host.DigestsAsync(member, "waiting")));
    }

    [Fact]
    public async Task OwnThings_AreNoNews()
    {
        await host.MoveToAsync(At(5, 5, 12));
        var (member, idle) = (await host.MemberAsync(), await host.MemberAsync());
        await host.TellAsync(new MemberAppointed(member.MemberId, 1, ["member"]) { Entity = "country:PH" });
        await host.TellAsync(new MemberAppointed(idle.MemberId, 1, ["member"]) { Entity = "country:PH" });
        await host.FindsAsync(member, "All", Entry("Ours", "country:PH"), Entry("Theirs", "country:MD"), Entry("Nobody’s"));
        await host.FindsAsync(idle, "All", Entry("Ours", "country:PH"));

        await host.MoveToAsync(At(5, 10, 8));

        await host.DigestEndsAsync(idle, "dropped");
        var mail = await host.Sink.NextAsync(member.Contact.Email);
        Assert.Equal((true, true, false), (mail.Text.Contains("Theirs", StringComparison.Ordinal), mail.Text.Contains("Nobody’s", StringComparison.Ordinal), mail.Text.Contains("Ours", StringComparison.Ordinal)));
        Assert.Equal("2 new things in what you follow", mail.Subject);
        Assert.Empty(host.SubjectsTo(idle));
    }

    [Fact]
    public async Task WithdrawnMeanwhile_IsNotInIt_AndNothingLeft_IsNoMail()
    {
        await host.MoveToAsync(At(5, 5, 12));
        var (member, idle) = (await host.MemberAsync(), await host.MemberAsync());
        var (gone, stays) = (Entry("Gone"), Entry("Stays"));
        await host.FindsAsync(member, "All", gone, stays);
        await host.FindsAsync(idle, "All", gone);

        await host.TellAsync(new EntryWithdrawn(gone.Id, 2, gone.Kind, "gone", At(5, 6, 12), "Out of date."));
        await host.MoveToAsync(At(5, 10, 8));

        await host.DigestEndsAsync(idle, "dropped");
        Assert.Equal("New: Stays", (await host.Sink.NextAsync(member.Contact.Email)).Subject);
        Assert.Empty(host.SubjectsTo(idle));
    }

    [Theory]
    [InlineData("daily", 6, 9, 10)]
    [InlineData("weekly", 10, 19, 24)]
    public async Task Downtime_SkipsNothing_AndSendsOne_AtOnce(string frequency, int due, int back, int next)
    {
        await host.MoveToAsync(At(5, 5, 12));
        var member = await host.MemberAsync();
        await host.ChooseAsync(member, frequency);
        await host.FindsAsync(member, "All", Entry("First"));
        await host.FindsAsync(member, "All", Entry("Second"));
        Assert.Equal(At(5, due, 8), await host.DigestDueAsync(member));

        await host.MoveToAsync(At(5, back, 11));

        await host.DigestEndsAsync(member, "sent");
        Assert.Equal(["2 new things in what you follow"], host.SubjectsTo(member));
        Assert.Contains(host.Log, line => line.Contains("was due at", StringComparison.Ordinal) && line.Contains("the 2 things", StringComparison.Ordinal));
        await host.FindsAsync(member, "All", Entry("Third"));
        Assert.Equal((At(5, next, 8), 1), (await host.DigestDueAsync(member), await host.DigestsAsync(member, "sent")));
    }

    [Fact]
    public async Task Digest_WhoseReceiptWasLost_ComesAgainAsItWas()
    {
        await host.MoveToAsync(At(5, 5, 12));
        var member = await host.MemberAsync();
        await host.FindsAsync(member, "All", Entry("First"), Entry("Second"));
        host.Sink.Refuse(member.Contact.Email, SmtpFault.CloseAfterDot);
        await host.MoveToAsync(At(5, 10, 8));
        await host.Sink.NextAsync(member.Contact.Email);

        await host.FindsAsync(member, "All", Entry("Third"));
        await host.HurryAsync(member.MemberId);
        await host.DigestEndsAsync(member, "sent");

        var mails = host.To(member.Contact).ToList();
        Assert.Equal(2, mails.Count);
        Assert.Equal((mails[0].MessageId, mails[0].Text, mails[0].Html), (mails[1].MessageId, mails[1].Text, mails[1].Html));
        await host.MoveToAsync(At(5, 17, 8));
        await host.DigestEndsAsync(member, "sent", 2);
        Assert.Equal("New: Third", host.SubjectsTo(member)[^1]);
    }

    [Theory]
    [InlineData("by the link")]
    [InlineData("in the preferences")]
    [InlineData("erased")]
    public async Task WhoWantsNoneWhenItsTimeComes_GetsNone_AlsoNotLater(string how)
    {
        await host.MoveToAsync(At(5, 5, 12));
        var member = await host.MemberAsync();
        await host.FindsAsync(member, "All", Entry());
        await (how switch
        {
            "by the link" => UnsubscribeAsync(member),
            "in the preferences" => host.ChooseAsync(member, "weekly", off: ["follows"]),
            _ => host.TellAsync(new MemberErased(member.MemberId, 9)),
        });

        await host.MoveToAsync(At(5, 10, 8));
        await host.DigestEndsAsync(member, "dropped", how == "erased" ? 0 : 1);
        if (how == "erased")
        {
            await host.FindsAsync(member, "All", Entry());
        }

        Assert.Equal((0, 0), (await host.DigestsAsync(member, "waiting"), await host.ScalarAsync<long>($"select count(*) from found_items where member_id = '{member.MemberId}'")));
        Assert.Empty(host.SubjectsTo(member));
    }

    private async Task UnsubscribeAsync(MemberApproved member)
    {
        var tokens = new Notifications.Choices.UnsubscribeTokens(Microsoft.Extensions.Options.Options.Create(new ServiceDefaults.Authentication.SharedKeyOptions { Secret = NotificationsHost.Secret }));
        using var form = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        using var answer = await host.AskAsync(null, HttpMethod.Post, $"unsubscribe?token={tokens.Create(member.MemberId, "follows")}", form);
        Assert.Equal(200, (int)answer.StatusCode);
    }
}
