using PfP.Contracts.Calls;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Identity;
using PfP.Notifications.Calls;
using PfP.Notifications.Tests.Hosting;
using PfP.Testing;
using PfP.Testing.Mail;

namespace PfP.Notifications.Tests.Calls;

/// <summary>What happens to a call is told once to those who follow it and those who answer for it, if it still is news when the mail leaves.</summary>
public sealed class NewsTests(CallsHost host) : IClassFixture<CallsHost>
{
    private static readonly DateTimeOffset Now = new(2027, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Deadline = Now.AddDays(3);

    [Theory]
    [InlineData("extended", "en", "New deadline: Call {0}")]
    [InlineData("cancelled", "fr", "Annulé : Appel {0}")]
    [InlineData("reopened", "es", "Abierto de nuevo: Call {0}")]
    [InlineData("completed", "fr", "Ce qu’il en est résulté : Appel {0}")]
    [InlineData("opened", "en", "Open for replies: Call {0}")]
    [InlineData("closed", "fr", "Clos : Appel {0}")]
    public async Task News_IsToldToFollowers_InTheirLanguage_AndCanBeUnsubscribed(string change, string language, string subject)
    {
        var call = await PublishedAsync();
        var member = await host.FollowerAsync(call, language, "Europe/Chisinau");

        await HappenAsync(call, change, "A reason.");
        var mail = await host.Sink.NextAsync(member.Contact.Email);

        var prefix = language == "en" ? "" : $"/{language}";
        Assert.Equal(string.Format(null, subject, $"{call.CallId:N}"), mail.Subject);
        Assert.Equal($"https://pfp.example.org{prefix}{call.Url}", mail.Links.First().AbsoluteUri);
        Assert.Contains("(Africa/Dakar)", mail.Text, StringComparison.Ordinal);
        Assert.Contains("(Europe/Chisinau)", mail.Text, StringComparison.Ordinal);
        Assert.Contains("(Europe/Chisinau)", mail.Html, StringComparison.Ordinal);
        Assert.Equal(change is not ("opened" or "closed"), mail.Text.Contains("A reason.", StringComparison.Ordinal));
        Assert.Matches("^<https://pfp.example.org/api/notifications/unsubscribe\\?token=[A-Za-z0-9_-]+>$", mail.Header("List-Unsubscribe"));
        Assert.Equal("List-Unsubscribe=One-Click", mail.Header("List-Unsubscribe-Post"));
        Assert.Equal($"<{mail.Links.Last().AbsoluteUri}>", mail.Header("List-Unsubscribe"));
    }

    [Fact]
    public async Task Extension_IsToldWithBothDeadlines()
    {
        var call = await PublishedAsync();
        var member = await host.FollowerAsync(call);

        await host.TellAsync(call with { Version = 2, ClosesAt = Deadline.AddDays(40), Deadline = new(new(2027, 6, 13), null, "Africa/Dakar", "day"), DeadlineSetAt = Now });
        await host.TellAsync(Changed(call, "extended"));

        var text = (await host.Sink.NextAsync(member.Contact.Email)).Text;
        Assert.Contains("Deadline: Sunday 13 June 2027, end of the day (Africa/Dakar)", text.Replace("Sunday, ", "Sunday ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("The deadline before: ", text, StringComparison.Ordinal);
        Assert.Contains("4 May 2027, 12:00 (Africa/Dakar)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_ToldAndReplayedAndOutOfOrder_IsMailedOnce_AndWaitsForTheCallItTellsOf()
    {
        var call = await PublishedAsync();
        var member = await host.FollowerAsync(call);
        var (extended, changed) = (call with { Version = 2, ClosesAt = Deadline.AddDays(1), DeadlineSetAt = Now }, Changed(call, "extended"));

        await host.TellAsync(changed);
        Assert.Equal(0, await NewsMailsAsync(member));
        await host.TellAsync(extended);
        await host.TellAsync(changed);
        await host.TellAsync(extended);
        await host.EndsAsync(member.MemberId, "followed-call-extended", "sent");
        await host.ScalarAsync<object>($"delete from deliveries where recipient = '{member.MemberId}' and occasion like 'followed%'");
        await host.TellAsync(changed);

        Assert.Equal(0, await NewsMailsAsync(member));
        Assert.Single(host.SubjectsTo(member));
    }

    [Fact]
    public async Task News_FromBeforeSomebodyFollowed_IsNotToldToThem()
    {
        var call = await PublishedAsync();
        host.Clock.Set(Now.AddHours(2));
        var member = await host.FollowerAsync(call);

        await host.TellAsync(call with { Version = 2, State = CallStates.Cancelled });
        await host.TellAsync(Changed(call, "cancelled"));

        Assert.Equal(0, await NewsMailsAsync(member));
    }

    [Theory]
    [InlineData("closed", "cancelled")]
    [InlineData("closed", "reopened")]
    [InlineData("extended", "cancelled")]
    [InlineData("extended", "extended")]
    [InlineData("extended", "unfollowed")]
    [InlineData("completed", "unsubscribed")]
    public async Task News_OvertakenBeforeItsMailLeaves_IsNotTold(string change, string by)
    {
        var call = await PublishedAsync();
        var member = await host.FollowerAsync(call);
        host.Sink.Refuse(member.Contact.Email, SmtpFault.RefuseForNow);
        await HappenAsync(call, change, null);
        await host.IsPostponedAsync(member.MemberId, "SMTP 451");

        await (by switch
        {
            "unfollowed" => host.FollowAsync(member, call, follows: false),
            "unsubscribed" => PutAsync(member, ["notices"]),
            _ => HappenAsync(call with { Version = 2, ClosesAt = Deadline.AddDays(9) }, by, null),
        });
        await host.HurryAsync(member.MemberId);

        await Eventually.TrueAsync(
            async () => await host.ScalarAsync<long>($"select count(*) from deliveries where recipient = '{member.MemberId}' and occasion = 'followed-call-{change}' and state = 'dropped'") == 1,
            $"the mail that it {change} is dropped");
        Assert.DoesNotContain(host.SubjectsTo(member), subject => subject.StartsWith(change == "closed" ? "Closed" : "What", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Publication_IsToldToThoseWhoAnswer_AndToWhoSentItIn_Once()
    {
        var owner = $"country:{Guid.NewGuid():n}";
        var (focal, sender, other) = (await ActingAsync(owner), await host.MemberAsync(language: "fr"), await ActingAsync("country:XX"));
        host.Clock.Set(Now);
        var call = host.Call(Deadline, owner) with { Version = 4 };

        foreach (var member in new[] { focal, sender })
        {
            await host.TellAsync(new CallMoved(call.CallId, 4, SubmissionMoves.Published, member.MemberId));
            await host.IsPostponedAsync(member.MemberId, "CallNotKnownYetException");
        }

        await host.TellAsync(new CallMoved(call.CallId, 5, SubmissionMoves.Published, sender.MemberId));
        await host.TellAsync(new CallChanged(call.CallId, 4, CallChanges.Published, Now));
        await host.TellAsync(call);
        await host.HurryAsync(focal.MemberId);
        await host.HurryAsync(sender.MemberId);

        await host.EndsAsync(focal.MemberId, "own-call-published", "sent");
        await host.EndsAsync(sender.MemberId, "own-call-published", "sent");
        Assert.Equal([$"Your call is published: Call {call.CallId:N}"], host.SubjectsTo(focal));
        Assert.Equal([$"Votre appel est publié : Appel {call.CallId:N}"], host.SubjectsTo(sender));
        Assert.Empty(host.SubjectsTo(other));
    }

    [Fact]
    public async Task Closing_AsksThoseWhoAnswerForTheOutcome_AndTellsThemNothingElse()
    {
        var owner = $"country:{Guid.NewGuid():n}";
        var focal = await ActingAsync(owner);
        var call = await PublishedAsync(owner);
        await host.FollowAsync(focal, call);

        await HappenAsync(call, "closed", null);

        var mail = await host.Sink.NextAsync(focal.Contact.Email);
        await host.EndsAsync(focal.MemberId, "own-call-closed", "sent");
        Assert.Equal($"Your call has closed: Call {call.CallId:N}", mail.Subject);
        Assert.Contains("2 August 2027", mail.Text, StringComparison.Ordinal);
        Assert.NotNull(mail.Header("List-Unsubscribe"));
        Assert.Single(host.SubjectsTo(focal));
        Assert.Equal(1, await NewsMailsAsync(focal));
    }

    [Theory]
    [InlineData(30, "What came of your call? Call {0}")]
    [InlineData(80, "What came of your call? Call {0}")]
    [InlineData(90, "The outcome of your call is overdue: Call {0}")]
    public async Task Outcome_IsAskedForOfThoseWhoAnswer_AndOfNobodyElse(int days, string subject)
    {
        var owner = $"country:{Guid.NewGuid():n}";
        var (focal, other) = (await ActingAsync(owner), await ActingAsync("country:XX"));
        var call = await PublishedAsync(owner);
        var follower = await host.FollowerAsync(call);

        await AskForOutcomeAsync(call, days);
        await AskForOutcomeAsync(call, days);

        var mail = await host.Sink.NextAsync(focal.Contact.Email);
        Assert.Equal(string.Format(null, subject, $"{call.CallId:N}"), mail.Subject);
        Assert.Equal($"https://pfp.example.org/contribute/calls/{call.CallId}", mail.Links.First().AbsoluteUri);
        Assert.Contains("2 August 2027", mail.Text, StringComparison.Ordinal);
        Assert.NotNull(mail.Header("List-Unsubscribe"));
        Assert.Equal((1, 0, 0), (await NewsMailsAsync(focal), await NewsMailsAsync(other), await NewsMailsAsync(follower)));
    }

    [Theory]
    [InlineData("completed")]
    [InlineData("cancelled")]
    [InlineData("reopened")]
    [InlineData("asked again")]
    public async Task Outcome_ThatIsSaidBeforeTheMailLeaves_IsNotAskedFor(string by)
    {
        var owner = $"country:{Guid.NewGuid():n}";
        var focal = await ActingAsync(owner);
        var call = await PublishedAsync(owner);
        host.Sink.Refuse(focal.Contact.Email, SmtpFault.RefuseForNow);
        await AskForOutcomeAsync(call, 30);
        await host.IsPostponedAsync(focal.MemberId, "SMTP 451");

        await (by == "asked again" ? AskForOutcomeAsync(call, 80) : HappenAsync(by == "reopened" ? call with { ClosesAt = Deadline.AddDays(200) } : call, by, null));
        await host.HurryAsync(focal.MemberId);

        await Eventually.TrueAsync(
            async () => await host.ScalarAsync<long>($"select count(*) from deliveries where recipient = '{focal.MemberId}' and occasion = 'own-outcome-due' and state = 'dropped'") == 1,
            $"the mail about a call that was {by} is dropped");
    }

    [Theory]
    [InlineData(SubmissionMoves.Submitted, null, "en", "We have received your call", "")]
    [InlineData(SubmissionMoves.ChangesRequested, "ask", "fr", "Votre appel : le secrétariat demande des modifications", "?field=ask")]
    [InlineData(SubmissionMoves.Refused, null, "es", "Su llamado no se publicará", "")]
    public async Task Step_IsToldToWhoSentTheCallIn(string step, string? field, string language, string subject, string query)
    {
        var member = await host.MemberAsync(language: language);
        var moved = new CallMoved(Guid.CreateVersion7(), 3, step, member.MemberId) { Field = field };

        await host.TellAsync(moved);
        await host.TellAsync(moved);
        var mail = await host.Sink.NextAsync(member.Contact.Email);

        var prefix = language == "en" ? "" : $"/{language}";
        Assert.Equal((subject, $"https://pfp.example.org{prefix}/contribute/calls/{moved.CallId}{query}"), (mail.Subject, mail.Links.First().AbsoluteUri));
        Assert.Equal(1, await host.ScalarAsync<long>($"select count(*) from deliveries where recipient = '{member.MemberId}'"));
    }

    private async Task<CallPublished> PublishedAsync(string? owner = null)
    {
        host.Clock.Set(Now);
        var call = host.Call(Deadline, owner, new(DateOnly.FromDateTime(Deadline.UtcDateTime), TimeOnly.FromDateTime(Deadline.UtcDateTime), "Africa/Dakar", "minute"));
        await host.TellAsync(call);
        return call;
    }

    /// <summary>Tells what happens to the call after the version given, as the service that has it does.</summary>
    private async Task HappenAsync(CallPublished call, string change, string? reason)
    {
        switch (change)
        {
            case CallNews.Opened:
                await host.TellAsync(new CallOpened(call.CallId, Now.AddHours(1)));
                break;
            case CallNews.Closed:
                host.Clock.Set(call.ClosesAt!.Value);
                await host.TellAsync(new CallClosed(call.CallId, call.ClosesAt.Value));
                break;
            default:
                await host.TellAsync(call with { Version = call.Version + 1, State = change is "cancelled" or "completed" ? change : CallStates.Published });
                await host.TellAsync(Changed(call, change) with { Reason = reason });
                break;
        }
    }

    private async Task AskForOutcomeAsync(CallPublished call, int days)
    {
        host.Clock.Set(Deadline.AddDays(days));
        await host.TellAsync(new OutcomeDue(call.CallId, Deadline, Deadline.AddDays(90), Deadline.AddDays(days)));
    }

    private static CallChanged Changed(CallPublished call, string change) => new(call.CallId, call.Version + 1, change, Now.AddHours(1));

    private async Task<MemberApproved> ActingAsync(string entity)
    {
        var member = await host.MemberAsync();
        await host.TellAsync(new MemberAppointed(member.MemberId, 2, ["focal_point"]) { Entity = entity });
        return member;
    }

    private async Task PutAsync(MemberApproved member, string[] off)
    {
        using var answer = await host.AskAsync(member.MemberId, HttpMethod.Put, "preferences", new { reminderDays = new[] { 7 }, reminderHour = 8, off });
        Assert.Equal(204, (int)answer.StatusCode);
    }

    private Task<long> NewsMailsAsync(MemberApproved member) =>
        host.ScalarAsync<long>($"select count(*) from deliveries where recipient = '{member.MemberId}' and occasion <> 'call-reminder'");
}
