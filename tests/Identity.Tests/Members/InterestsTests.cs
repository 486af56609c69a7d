using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PfP.Contracts.Identity;
using PfP.Identity.Members;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Tests.Members;

/// <summary>What members offer is told to who tells them of calls: that, and nothing else of them.</summary>
public sealed class InterestsTests(IdentityHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Offers_AreToldAtApproval_AndWhenTheyChange_AndNotOtherwise()
    {
        var email = await host.JoinAsync();
        var member = await host.MemberAsync(email);
        using var visitor = new Visitor(host);
        await visitor.SignInAsync(email);

        await visitor.SubmitAsync("/account", "profile", ("offers", "remittances"));
        await visitor.SubmitAsync("/account", "profile", ("about", "Something else."));
        await visitor.PostAsync("/account", (await visitor.GetAsync("/account")).Fields("profile").Where(field => field.Key != "offers"));

        var told = (await host.Published.OfAsync<MemberInterestsChanged>(changed => changed.MemberId == member.Id, 3)).OrderBy(changed => changed.Version).ToArray();
        Assert.Equal([member.Version, member.Version + 1, member.Version + 2], told.Select(changed => changed.Version));
        Assert.Equal(["", "remittances", ""], told.Select(changed => string.Join(',', changed.Offers)));
        Assert.Equal(member.Version + 2, (await host.MemberAsync(email)).Version);
    }

    [Fact]
    public async Task EarlierMembers_AreToldOfOnce_AsTheyAreNow()
    {
        var member = await host.MemberAsync(await host.JoinAsync(Roles.FocalPoint));
        var (waiting, version) = (await host.WaitingAsync(), member.Version + 5);
        await host.InDatabaseAsync(db => db.Database.ExecuteSqlAsync(
            $"update members.members set announced = false, offers = array['diaspora'], version = {version} where id = {member.Id} or id = {waiting.Id}", Cancellation));
        var earlier = host.Services.GetServices<IHostedService>().OfType<EarlierMembers>().Single();

        await earlier.TellAsync(Cancellation);
        await earlier.TellAsync(Cancellation);

        var appointed = (await host.Published.OfAsync<MemberAppointed>(appointed => appointed.MemberId == member.Id, 2)).OrderBy(appointed => appointed.Version).ToArray();
        Assert.Equal([member.Version, version], appointed.Select(told => told.Version));
        Assert.Equal((member.Entity, Roles.FocalPoint, member.ExpiresAt), (appointed[1].Entity, Assert.Single(appointed[1].Roles), appointed[1].Until));
        var interests = await host.Published.OfAsync<MemberInterestsChanged>(changed => changed.MemberId == member.Id, 2);
        Assert.Equal(["diaspora"], interests.Single(changed => changed.Version == version).Offers);
        // Who waits is told of by the approval, which would come second.
        using var desk = new Desk(host);
        using var approval = await desk.SendAsync(HttpMethod.Post, $"registrations/{waiting.Id}/approve", new { role = Roles.Member }, version);
        Assert.Equal(version + 1, (await host.Published.OneAsync<MemberAppointed>(told => told.MemberId == waiting.Id)).Version);
    }
}
