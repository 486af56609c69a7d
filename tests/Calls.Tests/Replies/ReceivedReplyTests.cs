using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using PfP.Calls.Tests.Hosting;
using PfP.Calls.Tests.Submissions;
using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;
using PfP.Testing;

namespace PfP.Calls.Tests.Replies;

/// <summary>Those who made a call read the replies to it and answer them; nobody else does, the secretariat included.</summary>
public sealed partial class ReceivedReplyTests(CallsHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("visitor", false, HttpStatusCode.Unauthorized)]
    [InlineData("pending", true, HttpStatusCode.Forbidden)]
    [InlineData("member", false, HttpStatusCode.NotFound)]
    [InlineData("focal_point", false, HttpStatusCode.NotFound)]
    [InlineData("moderator", false, HttpStatusCode.NotFound)]
    [InlineData("administrator", false, HttpStatusCode.NotFound)]
    [InlineData("member", true, HttpStatusCode.OK)]
    public async Task Replies_AreForTheOwner(string role, bool isOwner, HttpStatusCode expected)
    {
        using var replying = await Replying.ToACallAsync(host);
        using var writer = replying.Member();
        using var person = new Calling(host, role, isOwner ? replying.Owner : "country:KE");
        await replying.ReplyAsync(writer);
        var reply = Assert.Single(await replying.ReadAsync());

        using var list = await person.SendAsync(HttpMethod.Get, $"/{replying.Call.Id}/replies");
        using var file = await person.SendAsync(HttpMethod.Get, $"/{replying.Call.Id}/replies.csv");
        using var answer = await replying.TryAnswerAsync(person, reply);

        Assert.Equal([expected, expected, expected], new[] { list, file, answer }.Select(tried => tried.StatusCode));
        foreach (var tried in new[] { list, file, answer }.Where(tried => !isOwner))
        {
            Assert.DoesNotContain("remittance", await tried.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Replies_AreInNoPublicAnswer_NorInAuditOrEvents()
    {
        using var replying = await Replying.ToACallAsync(host);
        using var writer = replying.Member();
        await replying.ReplyAsync(writer, Replying.Offer with { Message = "Known to the owner alone" });
        var reply = Assert.Single(await replying.ReadAsync());
        using var answered = await replying.TryAnswerAsync(replying.Focal, reply, "Between the two of us");

        foreach (var text in new[] { "Known to the owner alone", "Between the two of us" })
        {
            Assert.Equal(["public.call_replies"], await StoredText.TablesWithAsync(host.DatabaseConnectionString, text, Cancellation));
        }

        using var shown = await writer.AskAsync(HttpMethod.Get, $"/{replying.Slug}");
        var publicText = await shown.Content.ReadAsStringAsync(Cancellation);
        Assert.DoesNotContain("Known to", publicText, StringComparison.Ordinal);
        Assert.DoesNotContain("Test Member", publicText, StringComparison.Ordinal);
        Assert.Equal("no-store", (await replying.Focal.SendAsync(HttpMethod.Get, $"/{replying.Call.Id}/replies")).Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Replies_AreSortedAsAsked()
    {
        using var replying = await Replying.ToACallAsync(host);
        foreach (var (country, offer) in new[] { ("KE", "partner"), ("GH", "data"), ("MD", "funding") })
        {
            using var member = replying.Member(country);
            await replying.ReplyAsync(member, Replying.Offer with { Offers = [offer] });
        }

        using var organisation = new Calling(host, "member", "organisation:iom");
        await replying.ReplyAsync(organisation, Replying.Offer with { Offers = ["expertise"] });

        Assert.Equal([null, "MD", "GH", "KE"], (await replying.ReadAsync()).Select(reply => reply.Country));
        Assert.Equal(["data", "expertise", "funding", "partner"], (await replying.ReadAsync("offer")).Select(reply => reply.Offers[0]));
        Assert.Equal(["GH", "KE", "MD", null], (await replying.ReadAsync("country")).Select(reply => reply.Country));
        Assert.Equal(["sort"], await Refused.FieldsAsync(replying.Focal.SendAsync(HttpMethod.Get, $"/{replying.Call.Id}/replies?sort=message")));
    }

    [Fact]
    public async Task Answers_AreReadByTheMember_WhoIsToldOfEach()
    {
        using var replying = await Replying.ToACallAsync(host);
        var id = Guid.CreateVersion7();
        using var member = replying.Member(id: id);
        await replying.ReplyAsync(member);
        var reply = Assert.Single(await replying.ReadAsync());

        var once = await Calling.ReadAsync<ReceivedReply>(replying.TryAnswerAsync(replying.Focal, reply, " Welcome.\r\nWrite again. "));
        using var outdated = await replying.TryAnswerAsync(replying.Focal, reply, "Not written over");
        using var unseen = await replying.Focal.SendAsync(HttpMethod.Post, $"/{replying.Call.Id}/replies/{reply.Id}/answer", new NewReplyAnswer("No version"));
        await Calling.ReadAsync<ReceivedReply>(replying.TryAnswerAsync(replying.Focal, once, "Chosen."));

        Assert.Equal((HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionRequired), (outdated.StatusCode, unseen.StatusCode));
        var own = await Calling.ReadAsync<OwnReply>(member.AskAsync(HttpMethod.Get, $"/{replying.Slug}/reply"));
        Assert.Equal(["Welcome.\nWrite again.", "Chosen."], own.Answers.Select(answer => answer.Text));
        var told = await host.Published.OfAsync<ReplyAnswered>(message => message.ReplyId == reply.Id, 2);
        Assert.All(told, message => Assert.Equal((replying.Call.Id, id), (message.CallId, message.MemberId)));
        foreach (var wrong in new[] { null, " ", new string('x', 2001), "a\u0000b" })
        {
            Assert.Equal(["text"], await Refused.FieldsAsync(replying.TryAnswerAsync(replying.Focal, reply, wrong)));
        }
    }

    [Fact]
    public async Task Answer_ToAReplyThatWasChangedMeanwhile_IsNotTaken()
    {
        using var replying = await Replying.ToACallAsync(host);
        using var member = replying.Member();
        await replying.ReplyAsync(member);
        var reply = Assert.Single(await replying.ReadAsync());
        await replying.ReplyAsync(member, Replying.Offer with { Message = "Another one" });

        using var answer = await replying.TryAnswerAsync(replying.Focal, reply);

        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
    }

    [Fact]
    public async Task Answer_ToAGuest_IsMailedWithItsText_AndALinkThatErases()
    {
        using var replying = await Replying.ToACallAsync(host);
        await replying.ConfirmedAsync();
        var reply = Assert.Single(await replying.ReadAsync());

        using var answered = await replying.TryAnswerAsync(replying.Focal, reply, "Come on Monday.\n\nWe pay the journey.");
        var mail = (await replying.MailsAsync(2))[1];
        var link = await replying.TokenAsync(mail: 2);

        Assert.Equal($"Your reply was answered: {replying.Title}", mail.Subject);
        Assert.Contains("Come on Monday.", mail.Text, StringComparison.Ordinal);
        Assert.Equal("Come on Monday.\n\nWe pay the journey.", Assert.Single((await replying.ReadLinkAsync(link)).Answers).Text);
        Assert.Equal(HttpStatusCode.NoContent, await replying.LinkAsync(HttpMethod.Delete, link));
        Assert.Empty(await replying.ReadAsync());
    }

    [Fact]
    public async Task File_BeginsWithAMark_AndNoCellIsAFormula()
    {
        using var replying = await Replying.ToACallAsync(host);
        foreach (var message in new[] { "=HYPERLINK(\"https://evil.example\")", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "Plain, with \"quotes\"\nand lines" })
        {
            using var member = replying.Member();
            await replying.ReplyAsync(member, Replying.Offer with { Message = message });
        }

        await replying.SendAsync(replying.Guest with { Name = "=cmd|' /C calc'!A0", Organisation = "\"=1+1" });
        await replying.LinkAsync(HttpMethod.Post, await replying.TokenAsync());

        using var file = await replying.Focal.SendAsync(HttpMethod.Get, $"/{replying.Call.Id}/replies.csv");
        var bytes = await file.Content.ReadAsByteArrayAsync(Cancellation);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal(("text/csv", "attachment", "no-store"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType, file.Headers.CacheControl!.ToString()));
        var rows = Line().Matches(Encoding.UTF8.GetString(bytes[3..])).Select(line => Cell().Matches(line.Value).Select(cell => cell.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal)).ToArray()).ToList();

        Assert.Equal(10, rows.Count);
        Assert.All(rows.SelectMany(row => row), cell => Assert.DoesNotMatch("^[=+\\-@\t\r]", cell));
        Assert.Contains(rows, row => row[8] == "'=HYPERLINK(\"https://evil.example\")");
        Assert.Contains(rows, row => row[8] == "Plain, with \"quotes\"\nand lines");
        Assert.Contains(rows, row => row[2] == "'=cmd|' /C calc'!A0" && row[4] == replying.Mailbox);
    }

    [GeneratedRegex("(?:\"(?:[^\"]|\"\")*\",?)+\r\n")]
    private static partial Regex Line();

    [GeneratedRegex("\"((?:[^\"]|\"\")*)\"")]
    private static partial Regex Cell();
}
