using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PfP.Calls.Replies;
using PfP.Calls.Tests.Hosting;
using PfP.Calls.Tests.Submissions;
using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;
using PfP.Testing;

namespace PfP.Calls.Tests.Replies;

/// <summary>Somebody without an account replies, and counts once they have confirmed it by the link that was mailed to them.</summary>
public sealed class GuestReplyTests(CallsHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reply_IsSeenByNobodyBeforeItIsConfirmed_ThenByTheOwner_AndErasedByTheSameLink()
    {
        using var replying = await Replying.ToACallAsync(host);

        Assert.Equal(HttpStatusCode.Accepted, await replying.SendAsync());
        var token = await replying.TokenAsync();
        var unconfirmed = await replying.ReadLinkAsync(token);
        Assert.Equal((0, 0), ((await replying.PublicAsync()).Replies, (await replying.ReadAsync()).Count));
        Assert.Equal(("Ada Guest", replying.Slug, "GH"), (unconfirmed.Form.Name, unconfirmed.Call.Slug, unconfirmed.Form.Country));
        Assert.InRange(unconfirmed.ConfirmBy!.Value - DateTimeOffset.UtcNow, TimeSpan.FromDays(6.9), TimeSpan.FromDays(7));

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (await replying.LinkAsync(HttpMethod.Post, token), await replying.LinkAsync(HttpMethod.Post, token)));
        var reply = Assert.Single(await replying.ReadAsync());
        Assert.Equal(("Ada Guest", "Institute of samples", replying.Mailbox, "GH", null), (reply.Name, reply.Organisation, reply.Email, reply.Country, reply.MemberId));
        Assert.Equal(replying.Owner, (await host.Published.OneAsync<CallReplied>(message => message.ReplyId == reply.Id)).Owner);
        var shown = await replying.PublicAsync();
        Assert.Equal(1, shown.Replies);
        Assert.Equal(["GH"], shown.RepliedFrom);

        Assert.Equal(HttpStatusCode.NoContent, await replying.LinkAsync(HttpMethod.Delete, token));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (await replying.LinkAsync(HttpMethod.Get, token), await replying.LinkAsync(HttpMethod.Delete, token)));
        Assert.Equal((0, 0), ((await replying.PublicAsync()).Replies, (await replying.ReadAsync()).Count));
        Assert.Empty(await StoredText.TablesWithAsync(host.DatabaseConnectionString, replying.Mailbox, Cancellation));
    }

    [Fact]
    public async Task Reply_LeavesItsAddressInItsRow_AndItsSecretNowhere()
    {
        using var replying = await Replying.ToACallAsync(host);
        var token = await replying.ConfirmedAsync();
        await Eventually.TrueAsync(() => host.InDatabaseAsync(async db => await db.Replies.CountAsync(reply => reply.Email == replying.Mailbox && reply.ConfirmedAt != null, Cancellation) == 1), "it is confirmed");

        Assert.Equal(["public.call_replies"], await StoredText.TablesWithAsync(host.DatabaseConnectionString, replying.Mailbox, Cancellation));
        Assert.Empty(await StoredText.TablesWithAsync(host.DatabaseConnectionString, token, Cancellation));
    }

    [Fact]
    public async Task Reply_ThatIsNotConfirmedInAWeek_EndsWithItsLink_AndIsDeleted()
    {
        using var replying = await Replying.ToACallAsync(host);
        await replying.SendAsync();
        var token = await replying.TokenAsync();
        await AgeAsync(replying, TimeSpan.FromDays(7) - TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.OK, await replying.LinkAsync(HttpMethod.Get, token));

        await AgeAsync(replying, TimeSpan.FromMinutes(5));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (await replying.LinkAsync(HttpMethod.Get, token), await replying.LinkAsync(HttpMethod.Post, token)));
        await host.Services.GetRequiredService<ForgetGuests>().ForgetAsync(DateTimeOffset.UtcNow, Cancellation);

        Assert.Empty(await StoredText.TablesWithAsync(host.DatabaseConnectionString, replying.Mailbox, Cancellation));
    }

    [Fact]
    public async Task Reply_ThatIsConfirmed_StaysWhenOthersAreDeleted()
    {
        using var replying = await Replying.ToACallAsync(host);
        await replying.ConfirmedAsync();
        await AgeAsync(replying, TimeSpan.FromDays(60));

        await host.Services.GetRequiredService<ForgetGuests>().ForgetAsync(DateTimeOffset.UtcNow, Cancellation);

        Assert.Single(await replying.ReadAsync());
    }

    [Fact]
    public async Task Answer_IsTheSame_WhateverIsKnownOfTheAddress_AndNobodyIsFloodedWithMail()
    {
        using var replying = await Replying.ToACallAsync(host);
        var answers = new List<string>();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var answer = await replying.TrySendAsync();
            answers.Add($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancellation)} {answer.Headers.Location}");
        }

        Assert.Equal(["Accepted  "], answers.Distinct());
        Assert.Equal(3, await host.InDatabaseAsync(db => db.Replies.CountAsync(reply => reply.Email == replying.Mailbox, Cancellation)));
        Assert.Equal(3, (await replying.MailsAsync(3)).Count);
    }

    [Fact]
    public async Task Reply_SentTwice_IsOne_AndAnotherOneReplacesItOnceConfirmed()
    {
        using var replying = await Replying.ToACallAsync(host);
        var attempts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => replying.TrySendAsync(key: "one-attempt")));
        Assert.All(attempts, attempt => Assert.Equal(HttpStatusCode.Accepted, attempt.StatusCode));
        var first = await replying.TokenAsync();
        Assert.Equal(1, await host.InDatabaseAsync(db => db.Replies.CountAsync(reply => reply.Email == replying.Mailbox, Cancellation)));
        await replying.LinkAsync(HttpMethod.Post, first);

        await replying.SendAsync(replying.Guest with { Message = "Said better." }, "another");
        var second = await replying.TokenAsync(mail: 2);
        Assert.Equal("We studied this.", Assert.Single(await replying.ReadAsync()).Message);
        await replying.LinkAsync(HttpMethod.Post, second);

        Assert.Equal("Said better.", Assert.Single(await replying.ReadAsync()).Message);
        Assert.Equal(HttpStatusCode.NotFound, await replying.LinkAsync(HttpMethod.Get, first));
    }

    [Fact]
    public async Task Reply_WhereGuestsAreNotAdmitted_IsNotTaken()
    {
        using var replying = await Replying.ToACallAsync(host, Replying.Here with { AdmitsGuests = false });

        Assert.Equal(HttpStatusCode.Conflict, await replying.SendAsync());
        Assert.Equal(0, await host.InDatabaseAsync(db => db.Replies.CountAsync(reply => reply.Email == replying.Mailbox, Cancellation)));
    }

    [Fact]
    public async Task Reply_ThatIsWrong_IsRefusedAtTheField()
    {
        using var replying = await Replying.ToACallAsync(host);
        foreach (var (form, fields) in new (GuestReplyForm, string[])[]
        {
            (new(), ["email", "language", "message", "name", "offers", "organisation"]), (replying.Guest with { Email = "nobody" }, ["email"]),
            (replying.Guest with { Email = "a@b.example\r\nBcc: c@d.example" }, ["email"]), (replying.Guest with { Country = "XX" }, ["country"]), (replying.Guest with { Language = "de" }, ["language"]),
            (replying.Guest with { Name = "Ada\r\nGuest" }, ["name"]), (replying.Guest with { Organisation = new string('x', 151) }, ["organisation"]), (replying.Guest with { Offers = [] }, ["offers"]),
        })
        {
            Assert.Equal(fields, await Refused.FieldsAsync(replying.TrySendAsync(form)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("%00")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Link_ThatIsMadeUp_LeadsNowhere(string token)
    {
        using var replying = await Replying.ToACallAsync(host);
        await replying.ConfirmedAsync();

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Delete })
        {
            Assert.Equal(HttpStatusCode.NotFound, await replying.LinkAsync(method, token));
        }

        Assert.Single(await replying.ReadAsync());
    }

    [Theory]
    [InlineData("en", "Please confirm your reply: ", "")]
    [InlineData("fr", "Merci de confirmer votre réponse : ", "/fr")]
    [InlineData("es", "Confirme, por favor, su respuesta: ", "/es")]
    public async Task Mail_IsWrittenInTheGuestsLanguage(string language, string subject, string path)
    {
        using var replying = await Replying.ToACallAsync(host);

        await replying.SendAsync(replying.Guest with { Language = language });
        var mail = Assert.Single(await replying.MailsAsync(1));

        Assert.Equal((subject + replying.Title, $"{path}/calls/reply"), (mail.Subject, mail.Links.First().AbsolutePath));
        // What somebody else may have typed with this address is not sent to it.
        Assert.DoesNotContain("We studied this.", mail.Text, StringComparison.Ordinal);
    }

    /// <summary>As if that much time had passed since it was sent.</summary>
    private Task<int> AgeAsync(Replying replying, TimeSpan by) => host.InDatabaseAsync(db =>
        db.Replies.Where(reply => reply.Email == replying.Mailbox).ExecuteUpdateAsync(set => set.SetProperty(reply => reply.SentAt, reply => reply.SentAt - by), Cancellation));
}
