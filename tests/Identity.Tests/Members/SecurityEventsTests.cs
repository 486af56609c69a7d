using System.Net;
using PfP.Contracts;
using PfP.Contracts.Identity.Api;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Tests.Members;

public sealed class SecurityEventsTests(IdentityHost host)
{
    [Fact]
    public async Task Events_OfAnAccount_SayWhoDidIt()
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);
        await visitor.SignInAsync(email, "wrong on purpose");
        var member = await host.MemberAsync(email);
        using var desk = new Desk(host, Roles.Administrator);

        var events = await desk.ReadAsync<Page<SecurityEventResponse>>($"security-events?account={member.Id}");
        var refused = await desk.ReadAsync<Page<SecurityEventResponse>>($"security-events?account={member.Id}&action=sign-in-refused");

        Assert.All(events.Items, happened => Assert.Equal((member.Id, member.Name), (happened.AccountId, happened.Member?.Name)));
        Assert.Equal(member.Name, Assert.Single(events.Items, happened => happened.Action == "invitation-accepted").ActorMember?.Name);
        Assert.Null(Assert.Single(refused.Items).Actor);
        Assert.Equal(1, refused.Total);
    }

    [Fact]
    public async Task Events_OfSomebodyWhoHasLeft_StayWithoutAName()
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);
        await visitor.SignInAsync(email);
        var member = await host.MemberAsync(email);
        await visitor.SubmitAsync("/account/data", "delete", ("confirmation", email));
        using var desk = new Desk(host, Roles.Administrator);

        using var answer = await desk.SendAsync(HttpMethod.Get, $"security-events?account={member.Id}");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("erased", text, StringComparison.Ordinal);
        Assert.DoesNotContain(member.Name, text, StringComparison.Ordinal);
    }
}
