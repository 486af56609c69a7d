using System.Net;
using Microsoft.AspNetCore.Http;
using PfP.Portal.Tests.Security;

namespace PfP.Portal.Tests.Mails;

/// <summary>The secretariat sees the mails of all services on one page, what it can do about them, and that there is something to do.</summary>
public sealed class MailsPageTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    private FakeMails Mails => portal.Behind.Mails;

    private string Moderator => portal.Issuer.AccessToken(roles: ["moderator"]);

    public void Dispose() => (Mails.Away, Mails.Answer, Mails.Total, Mails.OwnPausedSince) = ([], StatusCodes.Status204NoContent, 2, null);

    [Theory]
    [InlineData("", 8, 4)]
    [InlineData("?state=planned", 8, 0)]
    [InlineData("?state=sent&service=calls", 2, 0)]
    [InlineData("?state=failed&service=members", 2, 1)]
    [InlineData("?state=paused", 2, 2)]
    public async Task Mails_AreThoseOfTheStateAndServiceChosen_AndTextWhateverTheySay(string query, int rows, int buttons)
    {
        var visit = await portal.VisitAsync($"/desk/mails{query}", Moderator);

        Assert.Equal((rows, buttons), (visit.Page.QuerySelectorAll("main tbody tr").Length, visit.Page.QuerySelectorAll("main tbody button").Length));
        Assert.Contains("onerror=alert(1)", visit.Text("main tbody"), StringComparison.Ordinal);
        Harmless.Check(visit);
    }

    [Theory]
    [InlineData("/desk/mails", "resend", "members/0190b6f0-0000-7000-8000-0000000000b1", "POST /api/members/mails/0190b6f0-0000-7000-8000-0000000000b1/resend", "/desk/mails?state=failed&saved")]
    [InlineData("/fr/desk/mails?state=failed&service=calls", "resend", "calls/0190b6f0-0000-7000-8000-0000000000b1", "POST /api/calls/mails/0190b6f0-0000-7000-8000-0000000000b1/resend", "/fr/desk/mails?state=failed&service=calls&saved")]
    [InlineData("/desk/mails?state=paused", "resume", FakeMails.Hash, $"POST /api/notifications/paused-addresses/{FakeMails.Hash}/resume", "/desk/mails?state=paused&saved")]
    public async Task Button_DoesWhatItSays_WhereTheMailIs(string path, string name, string value, string told, string next)
    {
        var page = await portal.VisitAsync(path, Moderator);
        Assert.Contains(page.Page.QuerySelectorAll($"main button[name={name}]"), button => button.GetAttribute("value") == value);

        var visit = await portal.SubmitAsync(path, "mails", Moderator, (name, value));

        Assert.Equal((HttpStatusCode.Redirect, next), (visit.Status, visit.Headers.Location!.PathAndQuery));
        Assert.Contains(told, Mails.Told);
    }

    [Theory]
    [InlineData("resend", "members/0190b6f0-0000-7000-8000-0000000000b1", StatusCodes.Status409Conflict)]
    [InlineData("resend", "elsewhere/0190b6f0-0000-7000-8000-0000000000b1", StatusCodes.Status204NoContent)]
    [InlineData("resend", "members", StatusCodes.Status204NoContent)]
    [InlineData("resume", FakeMails.Hash, StatusCodes.Status404NotFound)]
    public async Task Wish_ThatCannotBeDone_SaysSo(string name, string value, int answer)
    {
        Mails.Answer = answer;

        var visit = await portal.SubmitAsync("/desk/mails", "mails", Moderator, (name, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.NotEmpty(visit.Text(".error-summary"));
    }

    [Fact]
    public async Task Service_ThatIsAway_IsSaidToBeMissing_AndTheOthersAreThere()
    {
        Mails.Away = ["calls"];

        var visit = await portal.VisitAsync("/desk/mails", Moderator);

        Assert.Equal(HttpStatusCode.OK, visit.Status);
        Assert.Contains("it does not answer: Calls for action", visit.Text(".notice-strong"), StringComparison.Ordinal);
        Assert.Equal(["notifications", "members", "catalogue"], visit.Page.QuerySelectorAll("main section[id]").Select(section => section.Id!));
    }

    [Theory]
    [InlineData("failed", "No mail has failed.")]
    [InlineData("planned", "No mail waits to be sent.")]
    [InlineData("paused", "No address is paused.")]
    public async Task Nothing_IsSaidToBeNothing(string state, string said)
    {
        Mails.Total = 0;

        Assert.Equal(said, (await portal.VisitAsync($"/desk/mails?state={state}", Moderator)).Text("main p.muted"));
    }

    [Fact]
    public async Task Desk_SaysWhatIsToBeDoneAboutMails()
    {
        var visit = await portal.VisitAsync("/desk", Moderator);

        Assert.Equal(["/desk/mails?state=failed", "/desk/mails?state=paused"], visit.Links("#failed-mails"));
        Assert.Equal(["8 mails could not be sent", "2 addresses are paused"], visit.Page.QuerySelectorAll("#failed-mails a").Select(link => link.TextContent));
        Mails.Away = ["catalogue"];
        Assert.Contains("one of them does not answer", (await portal.VisitAsync("/desk", Moderator)).Text(".notice-strong"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Desk_OfAMember_SaysNothingOfMails_AndDoesNotAsk()
    {
        var before = portal.Behind.Asked.Count;

        var visit = await portal.VisitAsync("/desk", portal.Issuer.AccessToken(roles: ["focal_point"]));

        Assert.Null(visit.Page.QuerySelector("#failed-mails"));
        Assert.DoesNotContain(portal.Behind.Asked.Skip(before), asked => asked.Contains("/mails", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Member_WhomMailsDoNotReach_IsToldSo()
    {
        var reached = await portal.VisitAsync("/members/following", portal.Issuer.AccessToken(roles: ["member"]));
        Mails.OwnPausedSince = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var unreached = await portal.VisitAsync("/es/members/following", portal.Issuer.AccessToken(roles: ["member"]));

        Assert.Null(reached.Page.QuerySelector("#unreached"));
        Assert.Contains("desde el domingo, 1 de marzo de 2026", unreached.Text("#unreached"), StringComparison.Ordinal);
        Assert.Equal(["/es/account"], unreached.Links("#unreached"));
    }
}
