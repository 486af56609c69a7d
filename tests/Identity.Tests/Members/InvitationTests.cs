using System.Net;
using System.Net.Http.Json;
using PfP.Contracts;
using PfP.Contracts.Identity;
using PfP.Contracts.Identity.Api;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Tests.Members;

public sealed class InvitationTests(IdentityHost host)
{
    [Fact]
    public async Task List_OfTwentyWithOneFault_InvitesNineteenAndExplainsOne()
    {
        var emails = Enumerable.Range(0, 20).Select(_ => People.NewEmail()).ToArray();
        var rows = emails.Select((email, number) => $"Sample Officer {number};{(number == 7 ? "no address" : email)};KE;;member;fr");
        using var desk = new Desk(host);

        using var answer = await desk.SendAsync(HttpMethod.Post, "invitations/file", string.Join('\n', rows.Prepend("Name;E-mail;Country;Organisation;Role;Language").Select(line => line.Replace("E-mail", "email", StringComparison.Ordinal))));
        var report = (await answer.Content.ReadFromJsonAsync<InvitationReports>(TestContext.Current.CancellationToken))!;

        Assert.Equal((19, 20), (report.Invited, report.Rows.Count));
        var faulty = Assert.Single(report.Rows, row => row.Problem is not null);
        Assert.Equal((8, "The e-mail address is not valid."), (faulty.Row, faulty.Problem));
        foreach (var email in emails.Where((_, number) => number != 7))
        {
            Assert.Equal("/fr/account/join", (await host.Mail.NextAsync(email)).Links.First().AbsolutePath);
        }
    }

    [Fact]
    public async Task Officer_WhoIsInvited_ReachesTheDirectoryAfterOneForm()
    {
        var email = People.NewEmail();
        using var visitor = new Visitor(host);

        var joined = await visitor.SubmitAsync(await host.InviteAsync(email, Roles.FocalPoint), "join", ("password", People.Password));

        Assert.EndsWith("/bff/login?returnUrl=%2Fmembers", joined.Location, StringComparison.Ordinal);
        var member = await host.MemberAsync(email);
        var approved = await host.Published.OneAsync<MemberApproved>(approved => approved.MemberId == member.Id);
        Assert.True(approved.Invited);
        Assert.Equal([Roles.FocalPoint], approved.Roles);
    }

    [Fact]
    public async Task Invitation_AcceptedByWhoWaited_EndsTheSessionsOfBefore()
    {
        var member = await host.WaitingAsync();
        using var before = new Visitor(host);
        await before.SignInAsync(member.Email);
        using var visitor = new Visitor(host);

        var joined = await visitor.SubmitAsync(await host.InviteAsync(member.Email, Roles.Moderator), "join", ("password", People.Password));

        Assert.Contains("/account/set-up", joined.Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await before.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task Row_WithAControlCharacter_IsExplained()
    {
        using var desk = new Desk(host);

        using var answer = await desk.SendAsync(HttpMethod.Post, "invitations", new
        {
            rows = new[]
            {
                new { name = "Sample\r\nBcc: x@example.org", email = People.NewEmail(), organisation = "IOM" },
                new { name = "Sample", email = People.NewEmail(), organisation = "IOM\0" },
            },
        });
        var report = (await answer.Content.ReadFromJsonAsync<InvitationReports>(TestContext.Current.CancellationToken))!;

        Assert.Equal(0, report.Invited);
        Assert.All(report.Rows, row => Assert.NotNull(row.Problem));
    }

    [Fact]
    public async Task Link_UsedOrLate_SaysHowToGetAnother()
    {
        using var visitor = new Visitor(host);
        var used = await host.InviteAsync(People.NewEmail());
        await visitor.SubmitAsync(used, "join", ("password", People.Password));
        var late = await host.InviteAsync(People.NewEmail());
        host.Clock.Advance(TimeSpan.FromDays(14.1));

        foreach (var path in new[] { used, late })
        {
            var page = await visitor.GetAsync(path);
            Assert.Equal(HttpStatusCode.Gone, page.Status);
            Assert.Contains("can send the invitation again", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Resending_MakesTheOldLinkUseless()
    {
        var email = People.NewEmail();
        var old = await host.InviteAsync(email);
        using var desk = new Desk(host);
        var id = (await desk.ReadAsync<Page<InvitationResponse>>("invitations?pageSize=100")).Items.Single(invitation => invitation.Email == email).Id;

        using var answer = await desk.SendAsync(HttpMethod.Post, $"invitations/{id}/resend");
        await PfP.Testing.Eventually.TrueAsync(() => host.Mail.Received.Count(mail => mail.To == email) == 2, "the second mail");
        using var visitor = new Visitor(host);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(old)).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(host.Mail.Received.Last(mail => mail.To == email).Links.First().PathAndQuery)).Status);
    }

    [Fact]
    public async Task Invitation_WhenWithdrawn_OpensNothing()
    {
        var email = People.NewEmail();
        var path = await host.InviteAsync(email);
        using var desk = new Desk(host);
        var invitation = (await desk.ReadAsync<Page<InvitationResponse>>("invitations?pageSize=100")).Items.Single(invitation => invitation.Email == email);
        Assert.Equal("sent", invitation.Status);

        using var answer = await desk.SendAsync(HttpMethod.Delete, $"invitations/{invitation.Id}");
        using var visitor = new Visitor(host);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(path)).Status);
    }

    [Fact]
    public async Task FocalPoint_InvitesColleaguesOfTheOwnEntityOnly()
    {
        string colleague = People.NewEmail(), chief = People.NewEmail(), foreign = People.NewEmail();
        await host.InviteAsync(foreign, entity: "country:FR");
        using var focalPoint = new Desk(host, Roles.FocalPoint, "country:SN");

        using var answer = await focalPoint.SendAsync(HttpMethod.Post, "invitations", new
        {
            rows = new[]
            {
                new { name = "Sample Colleague", email = colleague, country = "FR", role = "member" },
                new { name = "Sample Chief", email = chief, country = "SN", role = "focal_point" },
            },
        });
        var report = (await answer.Content.ReadFromJsonAsync<InvitationReports>(TestContext.Current.CancellationToken))!;
        var list = await focalPoint.ReadAsync<Page<InvitationResponse>>("invitations?pageSize=100");

        Assert.Equal([null, "Focal points are named by the secretariat."], report.Rows.Select(row => row.Problem));
        Assert.Equal("country:SN", Assert.Single(list.Items, invitation => invitation.Email == colleague).Entity);
        Assert.DoesNotContain(list.Items, invitation => invitation.Email == foreign);
        Assert.Equal(list.Items.Count, list.Total);
    }

    [Fact]
    public async Task FocalPoint_WithTheInvitationOfAnother_FindsNothing()
    {
        var email = People.NewEmail();
        var path = await host.InviteAsync(email, entity: "country:FR");
        using var desk = new Desk(host);
        var id = (await desk.ReadAsync<Page<InvitationResponse>>("invitations?pageSize=100")).Items.Single(invitation => invitation.Email == email).Id;
        using var focalPoint = new Desk(host, Roles.FocalPoint, "country:SN");

        using var resend = await focalPoint.SendAsync(HttpMethod.Post, $"invitations/{id}/resend");
        using var withdraw = await focalPoint.SendAsync(HttpMethod.Delete, $"invitations/{id}");
        using var visitor = new Visitor(host);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (resend.StatusCode, withdraw.StatusCode));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Address_InvitedOrMember_IsNotInvitedAgain()
    {
        var member = await host.JoinAsync();
        var invited = People.NewEmail();
        await host.InviteAsync(invited);
        using var desk = new Desk(host);

        using var answer = await desk.SendAsync(HttpMethod.Post, "invitations", new
        {
            rows = new[] { new { name = "A", email = member, country = "KE" }, new { name = "B", email = invited.ToUpperInvariant(), country = "KE" }, new { name = "C", email = People.NewEmail(), country = "XX" } },
        });
        var report = (await answer.Content.ReadFromJsonAsync<InvitationReports>(TestContext.Current.CancellationToken))!;

        Assert.Equal(
            ["This address is a member's already.", "This address has been invited already; the invitation can be sent again.", "'XX' is not the code of a country."],
            report.Rows.Select(row => row.Problem));
    }
}
