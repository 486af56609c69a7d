using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PfP.Calls.Tests.Hosting;
using PfP.Calls.Tests.Submissions;
using PfP.Contracts;
using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Identity;
using PfP.ServiceDefaults;
using PfP.Testing;

namespace PfP.Calls.Tests.Replies;

/// <summary>A member has one reply to a call, which is theirs to change while replies are taken, and to withdraw at any time.</summary>
public sealed class MemberReplyTests(CallsHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reply_IsGivenChangedAndWithdrawn_AndCountedInPublic()
    {
        using var replying = await Replying.ToACallAsync(host);
        using var kenya = replying.Member("KE");
        using var ghana = replying.Member("GH");
        using var organisation = new Calling(host, "member", "organisation:iom");

        var given = await replying.ReplyAsync(kenya);
        await replying.ReplyAsync(ghana, Replying.Offer with { NamesCountry = false });
        await replying.ReplyAsync(organisation);
        var again = await replying.ReplyAsync(kenya);
        var changed = await replying.ReplyAsync(kenya, Replying.Offer with { Message = " Since\r\n2011. ", Offers = ["participation", "funding"] });

        Assert.Equal((given.Id, given.Id), (again.Id, changed.Id));
        Assert.Equal("Since\n2011.", changed.Form.Message);
        Assert.Equal(["funding", "participation"], changed.Form.Offers);
        var shown = await replying.PublicAsync();
        Assert.Equal(3, shown.Replies);
        Assert.Equal(["KE"], shown.RepliedFrom);
        var own = Assert.Single((await Calling.ReadAsync<Page<OwnReply>>(kenya.AskAsync(HttpMethod.Get, "/replies"))).Items);
        Assert.Equal((replying.Slug, CallStatuses.Open, "Since\n2011."), (own.Call.Slug, own.Call.Status, own.Form.Message));
        // What changed nothing is told to nobody.
        var told = await host.Published.OfAsync<CallReplied>(message => message.ReplyId == given.Id, 2);
        Assert.Equal([(1, replying.Owner), (2, replying.Owner)], told.OrderBy(message => message.Version).Select(message => (message.Version, message.Owner)));

        using var withdrawn = await kenya.AskAsync(HttpMethod.Delete, $"/{replying.Slug}/reply");
        using var gone = await kenya.AskAsync(HttpMethod.Get, $"/{replying.Slug}/reply");
        using var twice = await kenya.AskAsync(HttpMethod.Delete, $"/{replying.Slug}/reply");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (withdrawn.StatusCode, gone.StatusCode, twice.StatusCode));
        shown = await replying.PublicAsync();
        Assert.Equal((2, 0, 2), (shown.Replies, shown.RepliedFrom.Count, (await replying.ReadAsync()).Count));
    }

    [Fact]
    public async Task Replies_OfOneMemberAtOnce_AreOne()
    {
        using var replying = await Replying.ToACallAsync(host);
        var id = Guid.CreateVersion7();
        var members = Enumerable.Range(0, 6).Select(_ => replying.Member(id: id)).ToList();

        var answers = await Task.WhenAll(members.Select(member => replying.TryReplyAsync(member)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Single(await replying.ReadAsync());
        members.ForEach(member => member.Dispose());
    }

    [Theory]
    [InlineData("email")]
    [InlineData("link")]
    public async Task Reply_ToACallThatIsRepliedToElsewhere_IsNotTaken(string method)
    {
        using var replying = await Replying.ToACallAsync(host, Replying.Here with { ReplyMethod = method, ReplyUrl = "https://example.org/form" });
        using var member = replying.Member();

        using var reply = await replying.TryReplyAsync(member);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (reply.StatusCode, await replying.SendAsync()));
    }

    [Fact]
    public async Task Reply_ToACallThatIsCancelledOrNotThereOrNotOpenYet_IsNotTaken_ButWithdrawn()
    {
        using var replying = await Replying.ToACallAsync(host);
        using var later = await Replying.ToACallAsync(host, Replying.Here with { Opens = Calling.InDays(20) });
        using var member = replying.Member();
        await replying.ReplyAsync(member);
        await replying.Focal.DoAsync(replying.Call, "cancel", new CancelledFor("No money"));

        using var changed = await replying.TryReplyAsync(member, Replying.Offer with { Message = "Too late" });
        using var early = await later.TryReplyAsync(member);
        using var nowhere = await member.AskAsync(HttpMethod.Put, "/no-such-call/reply", Replying.Offer);
        var kept = await Calling.ReadAsync<OwnReply>(member.AskAsync(HttpMethod.Get, $"/{replying.Slug}/reply"));
        using var withdrawn = await member.AskAsync(HttpMethod.Delete, $"/{replying.Slug}/reply");

        Assert.Equal(
            [HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.NotFound, HttpStatusCode.NoContent],
            new[] { changed, early, nowhere, withdrawn }.Select(answer => answer.StatusCode));
        Assert.Equal(Replying.Offer.Message, kept.Form.Message);
    }

    [Fact]
    public async Task Reply_ThatSaysNothing_OrTooMuch_IsRefusedAtTheField()
    {
        using var replying = await Replying.ToACallAsync(host);
        using var member = replying.Member();
        foreach (var (form, fields) in new (object, string[])[]
        {
            (new ReplyForm(), ["message", "offers"]), (Replying.Offer with { Offers = ["money"] }, ["offers"]), (Replying.Offer with { Message = " \n" }, ["message"]),
            (Replying.Offer with { Message = new string('x', 5001) }, ["message"]), (Replying.Offer with { Message = "a\u0000b" }, ["message"]), (new { offers = (string[]?)null, message = "x" }, ["offers"]),
        })
        {
            Assert.Equal(fields, await Refused.FieldsAsync(member.AskAsync(HttpMethod.Put, $"/{replying.Slug}/reply", form)));
        }

        await replying.ReplyAsync(member, Replying.Offer with { Message = new string('x', 5000), Offers = [.. ReplyOffers.All] });
    }

    [Fact]
    public async Task OwnData_HasWhatTheMemberRepliedAndDid_AndNothingOfAnother()
    {
        using var replying = await Replying.ToACallAsync(host);
        var id = Guid.CreateVersion7();
        using var member = replying.Member("KE", id);
        using var other = replying.Member("GH");
        await replying.ReplyAsync(member, Replying.Offer with { Message = "What I can do." });
        await replying.ReplyAsync(other, Replying.Offer with { Message = "What somebody else can do." });

        using var formerly = new Calling(host, "pending", null, id);
        var data = await Calling.ReadAsync<JsonElement>(formerly.AskAsync(HttpMethod.Get, "/own-data"));

        Assert.Equal("What I can do.", Assert.Single(data.GetProperty("replies").EnumerateArray()).GetProperty("message").GetString());
        Assert.NotEmpty(data.GetProperty("acts").EnumerateArray());
        Assert.DoesNotContain("somebody else", data.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replies_OfAMemberWhoIsErased_AreGone_WithTheirCount()
    {
        using var replying = await Replying.ToACallAsync(host);
        var id = Guid.CreateVersion7();
        using var erased = replying.Member("KE", id);
        using var other = replying.Member("GH");
        await replying.ReplyAsync(erased);
        await replying.ReplyAsync(other);

        await host.Services.GetRequiredService<EventPublisher>().PublishAsync(new MemberErased(id, 9), Guid.CreateVersion7(), Cancellation);
        await Eventually.TrueAsync(() => host.InDatabaseAsync(async db => !await db.Replies.AnyAsync(reply => reply.MemberId == id, Cancellation)), "the reply is deleted");

        var shown = await replying.PublicAsync();
        Assert.Equal(1, shown.Replies);
        Assert.Equal(["GH"], shown.RepliedFrom);
        Assert.Equal("country:GH", Assert.Single(await replying.ReadAsync()).Entity);
    }
}
