using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PfP.Contracts;
using PfP.Contracts.Identity.Api;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Tests.Members;

/// <summary>Whatever else a body or an address says, nobody sets what is not theirs to set.</summary>
public sealed class MassAssignmentTests(IdentityHost host)
{
    private const string Query = "?role=administrator&roles=administrator&entity=country:FR&state=closed&from=01890000-0000-7000-8000-000000000001";

    private static readonly DateTimeOffset LongAgo = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Introduction_WithFieldsOfItsRow_SetsNone()
    {
        var (one, other, third) = (await host.PeerAsync(), await host.PeerAsync(), await host.PeerAsync());
        using var asker = host.DeskOf(one);

        var made = await MadeAsync<IntroductionResponse>(asker, "introductions", Body(third.Id, ("to", other.Id), ("message", "A message.")));

        Assert.Equal(("open", 1, one.Id, other.Id, null), (made.State, made.Version, made.From?.Id, made.To?.Id, made.ThreadId));
        Assert.True(made.AskedAt > LongAgo.AddYears(1));
        Assert.NotEqual(Guid.Empty, made.Id);
    }

    [Fact]
    public async Task Message_WithFieldsOfItsRow_SetsNone()
    {
        var (one, other) = (await host.PeerAsync(), await host.PeerAsync());
        var thread = await host.ThreadAsync(one, other);
        using var desk = host.DeskOf(one);

        var made = await MadeAsync<MessageResponse>(desk, $"threads/{thread}/messages", Body(other.Id, ("text", "A text.")));

        Assert.Equal((one.Id, true, "A text."), (made.From?.Id, made.Own, made.Text));
        Assert.True(made.SentAt > LongAgo.AddYears(1));
    }

    [Fact]
    public async Task Report_WithFieldsOfItsRow_SetsNone()
    {
        var (one, other) = (await host.PeerAsync(), await host.PeerAsync());
        using var asker = host.DeskOf(one);
        using var asked = host.DeskOf(other);
        var introduction = await asker.AskedAsync(other);

        using var answer = await asked.SendAsync(HttpMethod.Post, $"abuse-reports{Query}", Body(one.Id, ("introductionId", introduction.Id), ("reason", "A reason."), ("threadId", null), ("messageId", null)));

        using var staff = new Desk(host);
        var report = await staff.ReadAsync<AbuseReportResponse>(answer.Headers.Location!.OriginalString["/api/members/".Length..]);
        Assert.Equal(("open", 1, other.Id, one.Id, null), (report.State, report.Version, report.Reporter?.Id, report.Reported?.Id, report.Decision));
    }

    [Fact]
    public async Task Invitation_OfAFocalPoint_IsToTheirEntityAndNoMoreThanAMembers()
    {
        var (email, peer) = (People.NewEmail(), await host.PeerAsync());
        using var focalPoint = new Desk(host, Roles.FocalPoint, "country:SN");

        using var answer = await focalPoint.SendAsync(HttpMethod.Post, $"invitations{Query}", new { rows = new[] { Body(peer.Id, ("name", "Sample Officer"), ("email", email), ("country", "FR"), ("role", Roles.Member), ("language", "en")) } });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var made = (await focalPoint.ReadAsync<Page<InvitationResponse>>("invitations?pageSize=100")).Items.Single(invitation => invitation.Email == email);
        Assert.Equal((Roles.Member, "country:SN", null), (made.Role, made.Entity, made.AcceptedAt));
        Assert.InRange(made.ExpiresAt - made.InvitedAt, TimeSpan.FromDays(13.9), TimeSpan.FromDays(14.1));
        using var newcomer = new Visitor(host);
        await newcomer.SubmitAsync((await host.Mail.NextAsync(email)).Links.First().PathAndQuery, "join", ("password", People.Password));
        Assert.Equal(peer.State, (await host.MemberAsync(peer.Email)).State);
    }

    [Theory]
    [InlineData("join")]
    [InlineData("reset")]
    public async Task FormOfALink_WithFieldsOfTheAccount_SetsThePasswordAlone(string kind)
    {
        var (email, another) = (People.NewEmail(), await host.JoinAsync());
        using var visitor = new Visitor(host);
        var path = await host.InviteAsync(email);
        if (kind == "reset")
        {
            await visitor.SubmitAsync(path, "join", ("password", People.Password));
            await visitor.SubmitAsync("/account/forgot", "forgot", ("email", email));
            path = (await host.ResetMailAsync(email)).Links.First().PathAndQuery;
        }

        await visitor.SubmitAsync(
            path, kind, ("password", "harbour pencil nineteen"), ("email", another), ("role", Roles.Administrator), ("roles", Roles.Administrator), ("Roles[0]", Roles.Administrator),
            ("entity", "country:FR"), ("expiresAt", "2099-01-01"), ("subject", Guid.Empty.ToString()), ("succeeds", Guid.Empty.ToString()));

        var member = await host.MemberAsync(email);
        Assert.Equal((Roles.Member, "country:MD"), (Assert.Single(member.Roles), member.Entity));
        Assert.True(member.ExpiresAt < host.Clock.GetUtcNow().AddMonths(25));
        using var theirs = new Visitor(host);
        Assert.Equal(HttpStatusCode.Redirect, (await theirs.SignInAsync(another)).Status);
    }

    [Fact]
    public async Task Decision_WithFieldsOfTheMember_SetsWhatItDecides()
    {
        var waiting = await host.AddAsync(host.Waiting("Sample Waiting"));
        using var desk = new Desk(host);

        using var approved = await desk.SendAsync(HttpMethod.Post, $"registrations/{waiting.Id}/approve{Query}", Body(waiting.Id, ("role", Roles.Member), ("entity", "country:MD")), waiting.Version);
        using var renewed = await desk.SendAsync(HttpMethod.Post, $"{waiting.Id}/renew{Query}", Body(waiting.Id), waiting.Version + 1);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (approved.StatusCode, renewed.StatusCode));
        var member = await host.MemberAsync(waiting.Email);
        Assert.Equal((waiting.Id, Roles.Member, "country:MD", waiting.Version + 2), (member.Id, Assert.Single(member.Roles), member.Entity, member.Version));
        Assert.True(member.ExpiresAt < host.Clock.GetUtcNow().AddMonths(25));
    }

    private static async Task<T> MadeAsync<T>(Desk desk, string path, object body)
    {
        using var answer = await desk.SendAsync(HttpMethod.Post, path + Query, body);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<T>(JsonSerializerOptions.Web, Cancellation))!;
    }

    /// <summary>What everything that is stored is called, all at once.</summary>
    private static Dictionary<string, object?> Body(Guid another, params (string Name, object? Value)[] own)
    {
        var body = new Dictionary<string, object?>
        {
            ["id"] = Guid.Empty,
            ["version"] = 9,
            ["state"] = "accepted",
            ["status"] = "accepted",
            ["decision"] = "dismissed",
            ["outcome"] = "agreed",
            ["own"] = false,
            ["incoming"] = true,
            ["from"] = another,
            ["fromId"] = another,
            ["authorId"] = another,
            ["reporterId"] = another,
            ["memberId"] = another,
            ["ownerId"] = another,
            ["invitedBy"] = another,
            ["succeeds"] = another,
            ["threadId"] = another,
            ["issuer"] = "https://evil.example",
            ["roles"] = new[] { Roles.Administrator },
            ["idempotencyKey"] = "mine",
            ["askedAt"] = LongAgo,
            ["sentAt"] = LongAgo,
            ["reportedAt"] = LongAgo,
            ["closedAt"] = LongAgo,
            ["invitedAt"] = LongAgo,
            ["acceptedAt"] = LongAgo,
            ["publishedAt"] = LongAgo,
            ["expiresAt"] = "2099-01-01T00:00:00Z",
        };
        foreach (var (name, value) in own)
        {
            body[name] = value;
        }

        return body;
    }
}
