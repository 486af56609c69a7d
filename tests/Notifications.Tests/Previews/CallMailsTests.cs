using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Identity;
using PfP.Contracts.Mail.Api;
using PfP.Notifications.Tests.Hosting;
using PfP.Testing;
using PfP.Testing.Mail;

namespace PfP.Notifications.Tests.Previews;

/// <summary>What the secretariat is shown of a call's mails beforehand, beside the mails that are sent then.</summary>
public sealed partial class CallMailsTests(CallsHost host) : IClassFixture<CallsHost>
{
    private const string Zone = "Europe/Zurich";
    private const string Nobody = "Nom du destinataire";
    private static readonly DateTimeOffset Now = new(2027, 5, 1, 12, 0, 0, TimeSpan.Zero);

    // 10 June, 17:00 in Zurich.
    private static readonly DateTimeOffset ClosesAt = new(2027, 6, 10, 15, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mails_AreShownWordForWordAsTheyAreSent()
    {
        host.Clock.Set(Now);
        var (owner, asked) = ("country:QA", "BJ");
        var (answering, following, matching) = (await host.MemberAsync(Nobody, "fr", Zone), await host.MemberAsync(Nobody, "fr", Zone), await host.MemberAsync(Nobody, "fr", Zone));
        await host.TellAsync(new MemberAppointed(answering.MemberId, 1, ["focal_point"]) { Entity = owner });
        await host.TellAsync(new MemberAppointed(matching.MemberId, 1, ["focal_point"]) { Entity = $"country:{asked}" });
        var call = Call(owner) with { CountriesWanted = [asked], Themes = [new("remittances", false)] };
        var shown = (await ShowAsync(new(call with { PublishedAt = null }, false, true))).ToDictionary(mail => mail.Key, mail => mail.Mail);

        await host.TellAsync(call);
        await host.TellAsync(new CallChanged(call.CallId, 1, CallChanges.Published, Now));
        await host.TellAsync(new CallOpened(call.CallId, Now));
        await host.FollowAsync(following, call);
        await host.TellAsync(new CallReplied(call.CallId, Guid.CreateVersion7(), 1, owner, Now));
        await host.TellAsync(new ReplyAnswered(call.CallId, Guid.CreateVersion7(), following.MemberId, Now));
        await ComesAsync(answering, shown["own-call-published"], shown["own-call-replied"]);
        await ComesAsync(matching, shown["call-match-focal-points"]);
        foreach (var days in new[] { 30, 7, 1 })
        {
            await host.MoveToAsync(Due(days));
            await host.ReminderEndsAsync(following, days, call, "sent");
        }

        // Fourteen days more than the last one, as in the example, for a reason that reads like its placeholder.
        var later = call with { Version = 2, ClosesAt = ClosesAt.AddDays(14), Deadline = call.Deadline! with { Date = new(2027, 6, 24) }, DeadlineSetAt = Due(1), IsExtended = true };
        await host.TellAsync(later);
        await host.TellAsync(new CallChanged(call.CallId, 2, CallChanges.Extended, Due(1)) { Reason = "(le motif que donne son auteur)" });
        await ComesAsync(following, shown["own-reply-answered"], shown["call-reminder-30"], shown["call-reminder-7"], shown["call-reminder-1"], shown["followed-call-extended"]);

        // What comes after that deadline.
        shown = (await ShowAsync(new(later with { PublishedAt = Now }, true, true))).ToDictionary(mail => mail.Key, mail => mail.Mail);
        await host.MoveToAsync(later.ClosesAt!.Value);
        await host.TellAsync(new CallClosed(call.CallId, later.ClosesAt.Value));
        foreach (var days in OutcomeDue.Told)
        {
            var at = later.ClosesAt.Value.AddDays(days);
            await host.MoveToAsync(at);
            await host.TellAsync(new OutcomeDue(call.CallId, later.ClosesAt.Value, later.ClosesAt.Value.AddDays(OutcomeDue.Days), at));
            await ComesAsync(answering, shown[days == OutcomeDue.Days ? "own-outcome-overdue" : $"own-outcome-due-{days}"]);
        }

        await host.TellAsync(later with { Version = 3, State = CallStates.Completed });
        await host.TellAsync(new CallChanged(call.CallId, 3, CallChanges.Completed, later.ClosesAt.Value.AddDays(91)));
        await ComesAsync(answering, shown["own-call-closed"]);
        await ComesAsync(following, shown["followed-call-closed"], shown["followed-call-completed"]);
    }

    [Fact]
    public async Task Mails_OfACallInReview_SayWhenTheyAreDue_AndToHowMany()
    {
        host.Clock.Set(Now);
        var owner = "country:QB";
        foreach (var (entity, off) in new[] { (owner, false), (owner, true), ("country:TG", false) })
        {
            var member = await host.MemberAsync();
            await host.TellAsync(new MemberAppointed(member.MemberId, 1, ["focal_point"]) { Entity = entity });
            using var chosen = await host.AskAsync(member.MemberId, HttpMethod.Put, "preferences", new { reminderDays = Array.Empty<int>(), reminderHour = 8, off = off ? ["notices"] : Array.Empty<string>() });
        }

        var mails = await ShowAsync(new(Call(owner) with { CountriesWanted = ["TG"], PublishedAt = null }, false, false));

        Assert.Equal(("planned", null, 1), Standing(mails, "own-call-published"));
        Assert.Equal(("planned", null, 1), Standing(mails, "call-match-focal-points"));
        Assert.Equal(("planned", Due(30), 0), Standing(mails, "call-reminder-30"));
        Assert.Equal(("planned", ClosesAt, 1), Standing(mails, "own-call-closed"));
        Assert.Equal(("planned", ClosesAt.AddDays(80), 1), Standing(mails, "own-outcome-due-80"));
        Assert.Equal(("possible", null, 0), Standing(mails, "followed-call-cancelled"));
        Assert.Equal(("possible", null, null), Standing(mails, "call-refused"));
        Assert.Equal("call-received", Assert.Single(mails, mail => mail.Time == CallMailTimes.Past).Key);
        Assert.DoesNotContain(mails, mail => mail.Phase == CallMailPhases.Replies || mail.Key is "followed-call-opened" or "call-match-offering");
        Assert.All(mails, mail => Assert.Equal(mail.Phase == CallMailPhases.Reminders, mail.ByReadersClock));
        Assert.Equal(mails.Count, mails.Select(mail => mail.Key).Distinct().Count());
    }

    [Fact]
    public async Task Mails_WhoseTimeHasPassed_SaySo_AndCountNobody()
    {
        host.Clock.Set(Due(7).AddHours(1));
        var call = Call("country:QC") with { PublishedAt = Now };
        await host.TellAsync(call);
        await host.FollowerAsync(call);
        await host.FollowerAsync(call);

        var mails = await ShowAsync(new(call, true, true));
        var cancelled = await ShowAsync(new(call with { State = CallStates.Cancelled }, true, true));

        Assert.Equal([("past", Due(30), null), ("past", Due(7), null), ("planned", Due(1), 2)], new[] { 30, 7, 1 }.Select(days => Standing(mails, $"call-reminder-{days}")));
        Assert.Equal(("past", Now, null), Standing(mails, "own-call-published"));
        Assert.Equal(("possible", null, 2), Standing(mails, "followed-call-extended"));
        Assert.Equal(["followed-call-reopened", "own-reply-answered"], cancelled.Where(mail => mail.Time != CallMailTimes.Past).Select(mail => mail.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("en", "Dear Name of the reader,")]
    [InlineData("es", "Nombre del destinatario")]
    public async Task Mails_HoldNoAddressAndNoLinkThatWorks_AndLeaveNothingBehind(string language, string greeting)
    {
        host.Clock.Set(Now);
        var call = Call("country:QD");
        await host.TellAsync(call);
        await host.FollowerAsync(call);
        var before = await host.ScalarAsync<long>("select count(*) from deliveries");

        var mails = await ShowAsync(new(call with { PublishedAt = Now }, true, true), language);

        Assert.True(mails.Count > 15, $"{mails.Count} mails");
        Assert.All(mails, mail =>
        {
            Assert.Contains(greeting, mail.Mail.Text, StringComparison.Ordinal);
            Assert.DoesNotContain('@', mail.Mail.Subject + mail.Mail.Text + mail.Mail.Html);
            Assert.All(Token().Matches(mail.Mail.Text + mail.Mail.Html), token => Assert.Equal("%E2%80%A6", token.Groups[1].Value));
        });
        Assert.Equal(before, await host.ScalarAsync<long>("select count(*) from deliveries"));
    }

    [Fact]
    public async Task Question_ThatIsNone_IsRefused()
    {
        var call = Call("country:QE");
        var none = new Dictionary<string, PfP.Contracts.Catalogue.EntryText>();
        (CallPublished? Call, string Field)[] asked =
        [
            (null, "call"), (call with { Texts = none }, "call"), (call with { Themes = [null!] }, "call"), (call with { CountriesWanted = ["gh"] }, "countriesWanted"),
            (call with { Owner = "\0" }, "owner"), (call with { Deadline = call.Deadline! with { Zone = "Nowhere" } }, "deadline"),
            (call with { Deadline = call.Deadline! with { Precision = "year" } }, "deadline"), (call with { ClosesAt = DateTimeOffset.MaxValue }, "closesAt"),
        ];
        foreach (var (wrong, field) in asked)
        {
            using var answer = await host.AskAsync(Guid.CreateVersion7(), HttpMethod.Post, "call-mails", new { call = wrong, isPublic = true, takesReplies = true }, "moderator");

            Assert.Equal((field, HttpStatusCode.BadRequest), (field, answer.StatusCode));
            Assert.Contains($"\"{field}\"", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    private static (string Time, DateTimeOffset? DueAt, int? Count) Standing(IEnumerable<CallMail> mails, string key) =>
        mails.Single(mail => mail.Key == key) is var found ? (found.Time, found.DueAt, found.Count) : default;

    // 08:00 in Zurich's summer.
    private static DateTimeOffset Due(int days) => new DateTimeOffset(2027, 6, 10, 6, 0, 0, TimeSpan.Zero).AddDays(-days);

    private CallPublished Call(string owner) => host.Call(ClosesAt, owner, new(new(2027, 6, 10), new(17, 0), Zone, "minute")) with { DeadlineSetAt = Now };

    private async Task<IReadOnlyList<CallMail>> ShowAsync(CallOutlook outlook, string language = "fr")
    {
        using var answer = await host.AskAsync(Guid.CreateVersion7(), HttpMethod.Post, $"call-mails?lang={language}", outlook, "moderator");
        Assert.Equal((HttpStatusCode.OK, true), (answer.StatusCode, answer.Headers.CacheControl?.NoStore));
        return (await answer.Content.ReadFromJsonAsync<IReadOnlyList<CallMail>>(Cancellation))!;
    }

    private async Task ComesAsync(MemberApproved member, params MailPreview[] shown)
    {
        foreach (var mail in shown.Select(Plain))
        {
            await Eventually.TrueAsync(() => Task.FromResult(host.To(member.Contact).Any(sent => sent.Subject == mail.Subject && Plain(Of(sent)).Text == mail.Text)), $"“{mail.Subject}” comes as it was shown");
            Assert.Contains(mail, host.To(member.Contact).Select(sent => Plain(Of(sent))));
        }
    }

    private static MailPreview Of(ReceivedMail sent) => new(sent.Subject, sent.Text, sent.Html);

    // The one that is sent has a link that works.
    private static MailPreview Plain(MailPreview mail) => mail with { Text = Token().Replace(mail.Text, ""), Html = Token().Replace(mail.Html, "") };

    [GeneratedRegex("token=([\\w%-]+)")]
    private static partial Regex Token();
}
