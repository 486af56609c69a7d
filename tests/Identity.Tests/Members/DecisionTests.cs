using System.Net;
using PfP.Contracts;
using PfP.Contracts.Identity;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Provider.Claims;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Tests.Members;

public sealed class DecisionTests(IdentityHost host)
{
    [Fact]
    public async Task Approval_GivesTheRoleAndEndsAsAMembershipDoes()
    {
        var member = await host.WaitingAsync();
        using var desk = new Desk(host);

        using var answer = await desk.SendAsync(HttpMethod.Post, $"registrations/{member.Id}/approve", new { role = Roles.FocalPoint }, member.Version);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var claims = await ClaimsAsync(member.Id);
        Assert.Equal((Roles.FocalPoint, "country:KE"), (Assert.Single(claims.Roles), claims.Entity));
        var approved = await host.Published.OneAsync<MemberApproved>(approved => approved.MemberId == member.Id);
        Assert.Equal((member.Email, "country:KE", false), (approved.Contact.Email, approved.Entity, approved.Invited));
        var appointed = await host.Published.OneAsync<MemberAppointed>(appointed => appointed.MemberId == member.Id);
        Assert.Equal(("country:KE", Roles.FocalPoint, approved.Version), (appointed.Entity, Assert.Single(appointed.Roles), appointed.Version));
        Assert.NotNull(appointed.Until);
        host.Clock.Advance(TimeSpan.FromDays(800));
        Assert.Empty((await ClaimsAsync(member.Id)).Roles);
        using var later = new Desk(host);
        using var renewed = await later.SendAsync(HttpMethod.Post, $"{member.Id}/renew", version: member.Version + 1);
        Assert.Equal(HttpStatusCode.NoContent, renewed.StatusCode);
        Assert.Single((await ClaimsAsync(member.Id)).Roles);
    }

    [Fact]
    public async Task Refusal_SaysWhyAndGivesNothing()
    {
        var member = await host.WaitingAsync();
        using var desk = new Desk(host);

        using var without = await desk.SendAsync(HttpMethod.Post, $"registrations/{member.Id}/refuse", new { reason = " " }, member.Version);
        using var answer = await desk.SendAsync(HttpMethod.Post, $"registrations/{member.Id}/refuse", new { reason = "Not a Friend of the Forum." }, member.Version);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.NoContent), (without.StatusCode, answer.StatusCode));
        Assert.Empty((await ClaimsAsync(member.Id)).Roles);
        Assert.Equal("Not a Friend of the Forum.", (await host.Published.OneAsync<MemberRefused>(refused => refused.MemberId == member.Id)).Reason);
    }

    [Fact]
    public async Task Decision_OnAnOlderVersion_IsRefused()
    {
        var member = await host.WaitingAsync();
        using var desk = new Desk(host);
        using var first = await desk.SendAsync(HttpMethod.Post, $"registrations/{member.Id}/refuse", new { reason = "No." }, member.Version);

        using var stale = await desk.SendAsync(HttpMethod.Post, $"registrations/{member.Id}/approve", new { role = Roles.Member }, member.Version);
        using var blind = await desk.SendAsync(HttpMethod.Post, $"registrations/{member.Id}/approve", new { role = Roles.Member });

        Assert.Equal((HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionRequired), (stale.StatusCode, blind.StatusCode));
    }

    [Theory]
    [InlineData(Roles.Moderator)]
    [InlineData(Roles.Administrator)]
    public async Task Moderator_WhoAppointsStaff_IsRefused(string role)
    {
        var member = await host.WaitingAsync();
        using var desk = new Desk(host);

        using var answer = await desk.SendAsync(HttpMethod.Post, $"registrations/{member.Id}/approve", new { role }, member.Version);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty((await ClaimsAsync(member.Id)).Roles);
    }

    [Fact]
    public async Task Moderator_WhoAppointsTheSuccessorOfStaff_IsRefused()
    {
        var administrator = await host.MemberAsync(await host.JoinAsync(Roles.Administrator));
        using var desk = new Desk(host);

        using var answer = await desk.SendAsync(
            HttpMethod.Post, $"{administrator.Id}/successor", new { name = "Sample Successor", email = People.NewEmail() }, administrator.Version);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Member_WhoBecomesStaff_MustSignInAgainAndSetUpAnApp()
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);
        await visitor.SignInAsync(email);
        var member = await host.MemberAsync(email);
        using var desk = new Desk(host, Roles.Administrator);

        using var answer = await desk.SendAsync(HttpMethod.Put, $"{member.Id}/role", new { role = Roles.Moderator }, member.Version);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/account")).Status);
        Assert.Contains("/account/set-up", (await visitor.SignInAsync(email)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Successor_WhoJoins_TakesThePlace()
    {
        var member = await host.MemberAsync(await host.JoinAsync(Roles.FocalPoint));
        var email = People.NewEmail();
        using var desk = new Desk(host);
        using var appointed = await desk.SendAsync(HttpMethod.Post, $"{member.Id}/successor", new { name = "Sample Successor", email }, member.Version);
        Assert.Equal(HttpStatusCode.Created, appointed.StatusCode);
        Assert.Single((await ClaimsAsync(member.Id)).Roles);

        using var visitor = new Visitor(host);
        await visitor.SubmitAsync((await host.Mail.NextAsync(email)).Links.First().PathAndQuery, "join", ("password", People.Password));

        Assert.Empty((await ClaimsAsync(member.Id)).Roles);
        var ended = await host.Published.OneAsync<MemberAppointed>(appointed => appointed.MemberId == member.Id && appointed.Roles.Count == 0);
        Assert.True(ended.Version > member.Version);
        var successor = await ClaimsAsync((await host.MemberAsync(email)).Id);
        Assert.Equal((Roles.FocalPoint, member.Entity), (Assert.Single(successor.Roles), successor.Entity));
    }

    [Fact]
    public async Task Queue_ShowsWhoWaits()
    {
        var member = await host.WaitingAsync();
        using var desk = new Desk(host);

        var page = await desk.ReadAsync<Page<RegistrationResponse>>("registrations?pageSize=100");

        Assert.Equal("country:KE", page.Items.Single(item => item.Id == member.Id).EntityProposed);
        Assert.All(page.Items, item => Assert.Equal("waiting", item.State));
    }

    [Fact]
    public async Task Unconfirmed_AreSeenByNobody()
    {
        using var desk = new Desk(host);

        using var list = await desk.SendAsync(HttpMethod.Get, "registrations?state=unconfirmed");

        Assert.Equal(HttpStatusCode.BadRequest, list.StatusCode);
    }

    public static TheoryData<string, string, string> Routes => new()
    {
        { "GET", "registrations", Roles.Moderator }, { "GET", "registrations/{id}", Roles.Moderator },
        { "POST", "registrations/{id}/approve", Roles.Moderator }, { "POST", "registrations/{id}/refuse", Roles.Moderator },
        { "GET", "invitations", Roles.FocalPoint }, { "POST", "invitations", Roles.FocalPoint }, { "POST", "invitations/file", Roles.FocalPoint },
        { "POST", "invitations/{id}/resend", Roles.FocalPoint }, { "DELETE", "invitations/{id}", Roles.FocalPoint },
        { "POST", "{id}/renew", Roles.Moderator }, { "POST", "{id}/successor", Roles.Moderator }, { "PUT", "{id}/role", Roles.Administrator },
        { "GET", "security-events", Roles.Administrator },
        { "GET", "directory", Roles.Member }, { "GET", "directory/suggested", Roles.Member }, { "GET", "directory/{id}", Roles.Member },
        { "GET", "introductions", Roles.Member }, { "POST", "introductions", Roles.Member }, { "GET", "introductions/{id}", Roles.Member },
        { "POST", "introductions/{id}/accept", Roles.Member }, { "POST", "introductions/{id}/decline", Roles.Member }, { "POST", "introductions/{id}/withdraw", Roles.Member },
        { "GET", "threads", Roles.Member }, { "GET", "threads/{id}", Roles.Member }, { "POST", "threads/{id}/messages", Roles.Member },
        { "POST", "threads/{id}/share-contacts", Roles.Member }, { "DELETE", "threads/{id}/share-contacts", Roles.Member },
        { "POST", "abuse-reports", Roles.Member }, { "GET", "abuse-reports", Roles.Moderator }, { "GET", "abuse-reports/{id}", Roles.Moderator },
        { "POST", "abuse-reports/{id}/close", Roles.Moderator }, { "GET", "desk", Roles.Member },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Route_ForWhoeverMayNot_IsClosed(string method, string route, string least)
    {
        string[] ladder = ["", Roles.Member, Roles.FocalPoint, Roles.Moderator, Roles.Administrator];
        var path = route.Replace("{id}", Guid.NewGuid().ToString(), StringComparison.Ordinal);
        using var visitor = new Desk(host, role: null);
        using var unknown = await visitor.SendAsync(new(method), path);
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);

        foreach (var (step, role) in ladder.Index())
        {
            using var desk = new Desk(host, role, "country:MD");
            using var answer = await desk.SendAsync(new(method), path);
            Assert.Equal(step < Array.IndexOf(ladder, least), answer.StatusCode == HttpStatusCode.Forbidden);
        }
    }

    private async Task<MemberClaims> ClaimsAsync(Guid id) =>
        (await host.InScopeAsync<IMemberClaims, MemberClaims?>(async claims => await claims.OfAsync(id, TestContext.Current.CancellationToken)))!;
}
