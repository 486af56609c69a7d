using System.Net;
using PfP.Calls.Tests.Hosting;
using PfP.Contracts.Calls;
using PfP.Testing;

namespace PfP.Calls.Tests.Replies;

/// <summary>After the deadline nobody replies any more; what was sent in time stands, is read, answered and confirmed.</summary>
public sealed class ReplyDeadlineTests(ClockedHost host) : IClassFixture<ClockedHost>
{
    [Fact]
    public async Task Replies_EndWithTheDeadline()
    {
        using var replying = await Replying.ToACallAsync(host, Replying.Here with { Deadline = new() { Precision = "day", Date = Submissions.Calling.InDays(3), Zone = "UTC" } });
        using var member = replying.Member();
        using var other = replying.Member();
        await replying.ReplyAsync(member);
        await replying.SendAsync();
        var token = await replying.TokenAsync();

        await host.GoToAsync((await replying.PublicAsync()).Summary.Deadline!.At.AddSeconds(1));
        await Eventually.TrueAsync(async () => (await replying.PublicAsync()).Summary.Status == CallStatuses.Closed, "the call is closed");

        using var late = await replying.TryReplyAsync(other);
        using var changed = await replying.TryReplyAsync(member, Replying.Offer with { Message = "Changed too late" });
        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict], [late.StatusCode, changed.StatusCode, await replying.SendAsync()]);
        Assert.Equal(HttpStatusCode.NoContent, await replying.LinkAsync(HttpMethod.Post, token));
        var replies = await replying.ReadAsync();
        Assert.Equal([Replying.Offer.Message, "We studied this."], replies.Select(reply => reply.Message).Order(StringComparer.Ordinal));
        using var answered = await replying.TryAnswerAsync(replying.Focal, replies[0]);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }
}
