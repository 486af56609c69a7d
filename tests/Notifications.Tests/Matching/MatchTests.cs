using PfP.Contracts.Calls;
using PfP.Contracts.Identity;
using PfP.Notifications.Tests.Hosting;

namespace PfP.Notifications.Tests.Matching;

/// <summary>When a call opens, those are told whom it is for, and why: each once, and nobody else.</summary>
public sealed class MatchTests(CallsHost host) : IClassFixture<CallsHost>
{
    [Theory]
    [InlineData("en", "For you? Call {0}", "you offer experience on a theme of this call: Remittances and financial inclusion")]
    [InlineData("fr", "Pour vous ? Appel {0}", "vous proposez votre expérience sur un thème de cet appel : Envois de fonds et inclusion financière")]
    [InlineData("es", "¿Para usted? Call {0}", "usted ofrece experiencia en un tema de este llamado: Remesas e inclusión financiera")]
    public async Task Member_WhoFollowsNothing_HearsOfACallThatFits_AndOfNoOther(string language, string subject, string reason)
    {
        var member = await host.OffersAsync(["remittances", "cities-local"], language: language);

        await host.OpenedAsync(["integration"], ["GH"]);
        var call = await host.OpenedAsync(["remittances", "integration"]);
        var mail = await host.Sink.NextAsync(member.Contact.Email);
        await host.IsSentAsync(member);

        var site = $"https://pfp.example.org{(language == "en" ? "" : $"/{language}")}";
        Assert.Equal(string.Format(null, subject, $"{call.CallId:N}"), mail.Subject);
        Assert.Contains(reason, mail.Text, StringComparison.Ordinal);
        Assert.Contains("(UTC)", mail.Text, StringComparison.Ordinal);
        Assert.Equal([$"{site}{call.Url}", $"{site}/members/following/{call.Slug}", $"{site}/members/following/{call.Slug}?not-for-us"], mail.Links.Take(3).Select(link => link.AbsoluteUri));
        Assert.Contains($"href=\"{site}/members/following/{call.Slug}?not-for-us\"", mail.Html, StringComparison.Ordinal);
        Assert.Equal($"<{mail.Links.Last().AbsoluteUri}>", mail.Header("List-Unsubscribe"));
        Assert.Equal([mail.Subject], host.SubjectsTo(member));
        Assert.Equal(1, await host.PlannedAsync(member.MemberId));
    }

    [Fact]
    public async Task Opening_ToldAgain_Replayed_AndOfTheCallOpenedAgain_IsMailedOnce()
    {
        var member = await host.OffersAsync(["diaspora"]);
        var call = await host.OpenedAsync(["diaspora"]);
        await host.IsSentAsync(member);

        await host.TellAsync(new CallOpened(call.CallId, Matched.Now));
        await host.TellAsync(call);
        await host.TellAsync(call with { Version = 2, State = CallStates.Cancelled });
        await host.TellAsync(call with { Version = 3 });
        await host.TellAsync(new CallOpened(call.CallId, Matched.Now.AddDays(1)));
        Assert.Equal(1, await host.PlannedAsync(member.MemberId));
        await host.ScalarAsync<object>($"delete from deliveries where recipient = '{member.MemberId}'");
        await host.TellAsync(new CallOpened(call.CallId, Matched.Now.AddDays(2)));

        Assert.Equal(0, await host.PlannedAsync(member.MemberId));
        Assert.Single(host.SubjectsTo(member));
    }

    [Fact]
    public async Task Opening_ThatOvertakesItsCall_WaitsForIt()
    {
        var member = await host.OffersAsync(["labour-mobility"]);
        host.Clock.Set(Matched.Now);
        var call = host.Call(Matched.Now.AddDays(3)) with { Themes = [new("labour-mobility", true)] };

        await host.TellAsync(new CallOpened(call.CallId, Matched.Now));
        Assert.Equal(0, await host.PlannedAsync(member.MemberId));
        await host.TellAsync(call);

        await host.IsSentAsync(member);
    }

    [Fact]
    public async Task OwnPeople_OfWhoseCallItIs_AreNeverTold()
    {
        var colleague = await host.OffersAsync(["fair-recruitment"], "country:KE");
        var focal = await host.OffersAsync(["fair-recruitment"], "country:KE", "focal_point");
        var other = await host.OffersAsync(["fair-recruitment"], "country:UG");

        await host.OpenedAsync(["fair-recruitment"], ["KE", "UG"], "country:KE");
        await host.IsSentAsync(other);

        Assert.Equal((0, 0), (await host.PlannedAsync(colleague.MemberId), await host.PlannedAsync(focal.MemberId)));
    }

    [Theory]
    [InlineData("en", "because you are the focal point of Ghana")]
    [InlineData("fr", "parce que vous êtes point focal (Ghana)")]
    [InlineData("es", "porque usted es punto focal (Ghana)")]
    public async Task FocalPoint_OfACountryThatIsAsked_IsToldAsSuch_AlsoWhereTheThemeFits(string language, string reason)
    {
        var focal = await host.OffersAsync(["education-skills"], "country:GH", "focal_point", language);
        var (colleague, elsewhere) = (await host.OffersAsync([], "country:GH"), await host.OffersAsync([], "country:NG", "focal_point"));

        await host.OpenedAsync(["education-skills"], ["GH"]);
        var mail = await host.Sink.NextAsync(focal.Contact.Email);

        Assert.Contains(reason, mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(":", mail.Text.Split("\r\n").Single(line => line.Contains(reason, StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal((0, 0), (await host.PlannedAsync(colleague.MemberId), await host.PlannedAsync(elsewhere.MemberId)));
    }

    [Fact]
    public async Task Interests_ThatComeLate_DoNotReplaceNewerOnes_NorBringBackWhoWasErased()
    {
        var member = await host.OffersAsync(["narratives-culture"]);
        await host.TellAsync(new MemberInterestsChanged(member.MemberId, 3, ["climate-disasters"]));
        await host.TellAsync(new MemberInterestsChanged(member.MemberId, 2, ["narratives-culture"]));
        await host.OpenedAsync(["narratives-culture"]);
        Assert.Equal(0, await host.PlannedAsync(member.MemberId));
        var call = await host.OpenedAsync(["climate-disasters"]);
        await host.IsSentAsync(member);

        using var declined = await host.AskAsync(member.MemberId, HttpMethod.Put, $"follows/calls/{call.CallId}/not-for-us");
        await host.TellAsync(new MemberErased(member.MemberId, 9));
        await host.TellAsync(new MemberInterestsChanged(member.MemberId, 8, ["climate-disasters"]));

        foreach (var table in new[] { "interests", "matches", "not_for_us" })
        {
            Assert.Equal((table, 0), (table, await host.ScalarAsync<long>($"select count(*) from {table} where member_id = '{member.MemberId}'")));
        }
    }
}
