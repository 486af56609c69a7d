using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity.Api;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Tests.Members;

/// <summary>How often members turned to each other in a year. These years are this test's alone.</summary>
public sealed class MembersYearTests(IdentityHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Contacts_AreCountedInTheYearInWhichTheyWereSought_AndNothingElseIsSaid()
    {
        var (one, other) = (await host.PeerAsync(), await host.PeerAsync());
        using var asker = host.DeskOf(one);
        using var asked = host.DeskOf(other);
        using var staff = new Desk(host, Roles.Administrator);
        var (accepted, open) = (await asker.AskedAsync(other), await asker.AskedAsync(await host.PeerAsync()));
        using var answer = await asked.SendAsync(HttpMethod.Post, $"introductions/{accepted.Id}/accept", version: 1);
        var engagement = await asker.EngagedAsync(host.Entry(Engaging.NewEntity()));
        await host.InDatabaseAsync(async db =>
        {
            await db.Introductions.Where(row => row.Id == accepted.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.AskedAt, At("1961-01-01T00:00:00Z")), Cancellation);
            await db.Introductions.Where(row => row.Id == open.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.AskedAt, At("1961-12-31T23:59:59Z")), Cancellation);
            return await db.Engagements.Where(row => row.ThreadId == engagement.ThreadId).ExecuteUpdateAsync(set => set.SetProperty(row => row.AskedAt, At("1962-01-01T00:00:00Z")), Cancellation);
        });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(new MembersYear(1961, 2, 1, 0), await staff.ReadAsync<MembersYear>("years/1961"));
        Assert.Equal(new MembersYear(1962, 0, 0, 1), await staff.ReadAsync<MembersYear>("years/1962"));
        using var none = await staff.SendAsync(HttpMethod.Get, "years/1899");
        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
    }

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
}
