using System.Net;
using PfP.Calls.Tests.Hosting;
using PfP.Calls.Tests.Replies;
using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;

namespace PfP.Calls.Tests.Submissions;

/// <summary>What the mails about a call are made of, and those to guests: shown to the secretariat before anything is sent.</summary>
public sealed class CallMailsTests(CallsHost host)
{
    [Fact]
    public async Task Outlook_OfACallInReview_IsTheEventOfItsPublication_AndPublishesNothing()
    {
        var call = await Calling.InStateAsync(host, "submitted", Calling.NewOwner(), Replying.Here with { Title = $"Looked at before {Guid.NewGuid():n}" });
        using var moderator = new Calling(host, "moderator", null);

        var shown = await ShowAsync(moderator, call);
        var untouched = await Calling.ReadAsync<CallSubmission>(moderator.AskAsync(HttpMethod.Get, $"/submissions/{call.Id}"));
        await moderator.DoAsync(call, "publish", null);
        var published = await host.Published.OneAsync<CallPublished>(message => message.CallId == call.Id);

        Assert.Equal(("submitted", null, call.Version), (untouched.State, untouched.Slug, untouched.Version));
        Assert.Equal((false, true, null), (shown.Outlook.IsPublic, shown.Outlook.TakesReplies, shown.Outlook.Call.PublishedAt));
        Assert.Equal((published.Slug, published.Version, published.ClosesAt, published.Deadline, published.Owner), Facts(shown.Outlook.Call));
        Assert.Equal(published.Texts, shown.Outlook.Call.Texts);
        Assert.Equal(published.CountriesWanted, shown.Outlook.Call.CountriesWanted);
        Assert.Equal(published.Themes, shown.Outlook.Call.Themes);
        Assert.True((await ShowAsync(moderator, call)).Outlook is { IsPublic: true, Call.PublishedAt: not null });
    }

    [Fact]
    public async Task MailsToGuests_AreShownAsTheyAreSent()
    {
        using var replying = await Replying.ToACallAsync(host);
        using var moderator = new Calling(host, "moderator", null);
        var shown = (await ShowAsync(moderator, replying.Call)).Mails;

        await replying.SendAsync();
        var token = await replying.TokenAsync();
        var sent = host.Mail.Received.Single(mail => mail.To == replying.Mailbox);

        Assert.Equal([("guest-reply-sent", "guest", "possible"), ("guest-reply-answered", "guest", "possible")], shown.Select(mail => (mail.Key, mail.To, mail.Time)));
        var asked = shown[0].Mail;
        Assert.Equal(asked.Subject, sent.Subject);
        Assert.Equal(Lines(asked.Text, "…"), Lines(sent.Text.Replace("Ada Guest", "Name of the reader", StringComparison.Ordinal), token));
        Assert.All(shown, mail => Assert.DoesNotContain('@', mail.Mail.Text + mail.Mail.Html));
    }

    [Fact]
    public async Task Mails_AreNotShownOfWhatCausesNone_NorToItsOwner()
    {
        var owner = Calling.NewOwner();
        using var moderator = new Calling(host, "moderator", null);
        using var focal = new Calling(host, "focal_point", owner);
        var past = Calling.Complete with { Deadline = Calling.Complete.Deadline with { Date = "2020-01-01" } };
        var late = await Calling.InStateAsync(host, "submitted", owner);
        await host.StoreAsync(late.Id, past);

        foreach (var (person, call, status) in new[]
        {
            (moderator, await Calling.InStateAsync(host, "draft", owner), HttpStatusCode.NotFound),
            (moderator, await Calling.InStateAsync(host, "refused", owner), HttpStatusCode.NotFound),
            (moderator, late, HttpStatusCode.BadRequest),
            (focal, await Calling.InStateAsync(host, "submitted", owner), HttpStatusCode.Forbidden),
        })
        {
            using var answer = await person.AskAsync(HttpMethod.Get, $"/submissions/{call.Id}/mails");
            Assert.Equal((call.State, status), (call.State, answer.StatusCode));
        }
    }

    private static (string, int, DateTimeOffset?, StatedDeadline?, string?) Facts(CallPublished call) => (call.Slug, call.Version, call.ClosesAt, call.Deadline, call.Owner);

    // All but the moment until when, which goes on.
    private static IEnumerable<string> Lines(string text, string token) =>
        text.Replace(Uri.EscapeDataString(token), "", StringComparison.Ordinal).Replace(token, "", StringComparison.Ordinal).Split("\r\n").Where(line => !line.StartsWith("It is deleted", StringComparison.Ordinal));

    private static Task<CallOutlookMails> ShowAsync(Calling moderator, CallSubmission call) =>
        Calling.ReadAsync<CallOutlookMails>(moderator.AskAsync(HttpMethod.Get, $"/submissions/{call.Id}/mails"));
}
