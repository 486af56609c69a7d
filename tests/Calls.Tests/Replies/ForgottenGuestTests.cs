using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PfP.Calls.Replies;
using PfP.Calls.Tests.Hosting;
using PfP.Calls.Tests.Submissions;
using PfP.Testing;

namespace PfP.Calls.Tests.Replies;

/// <summary>Which guests replied is known for a year after the call has closed. A service of its own: what is long past for one call is for all.</summary>
public sealed class ForgottenGuestTests(ClockedHost host) : IClassFixture<ClockedHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Guest_IsForgottenAYearAfterTheCallHasClosed_AndTheReplyStays()
    {
        using var at = await Replying.ToACallAsync(host);
        using var visitor = new Calling(host, "visitor", null);
        var key = $"{Guid.NewGuid()}";
        var file = await visitor.AttachAsync($"/{at.Slug}/guest-replies/files", "Proposal.pdf", SampleFiles.Pdf(), key);
        await at.SendAsync(at.Guest with { Files = [new(file.Id, "Ada's proposal")] }, key);
        var token = await at.TokenAsync();
        await at.LinkAsync(HttpMethod.Post, token);
        using var member = at.Member();
        await at.ReplyAsync(member);
        var forget = host.Services.GetRequiredService<ForgetGuests>();
        var closed = at.Call.Deadline!.At;

        await forget.ForgetAsync(closed.AddDays(365).AddMinutes(-1), Cancellation);
        Assert.Equal(HttpStatusCode.OK, (HttpStatusCode)await visitor.StatusAsync(HttpMethod.Get, $"/replies/guest?token={token}"));
        await forget.ForgetAsync(closed.AddDays(365), Cancellation);

        Assert.Equal(404, await visitor.StatusAsync(HttpMethod.Get, $"/replies/guest?token={token}"));
        var replies = await at.ReadAsync();
        var forgotten = Assert.Single(replies, reply => reply.MemberId is null);
        Assert.Equal(("", null, null, "We studied this.", "GH"), (forgotten.Name, forgotten.Organisation, forgotten.Email, forgotten.Message, forgotten.Country));
        Assert.Empty(forgotten.Files);
        Assert.NotEmpty(Assert.Single(replies, reply => reply.MemberId is not null).Name);
        using var answer = await at.TryAnswerAsync(at.Focal, forgotten);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var rows = await host.InDatabaseAsync(db => db.Database.SqlQuery<string>($"select to_jsonb(call_replies)::text as \"Value\" from call_replies where call_id = {at.Call.Id} and member_id is null").ToListAsync(Cancellation));
        Assert.DoesNotContain(rows, row => row.Contains(at.Mailbox, StringComparison.OrdinalIgnoreCase) || row.Contains("Ada", StringComparison.Ordinal) || row.Contains("Institute", StringComparison.Ordinal));
    }
}
