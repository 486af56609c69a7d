using System.Net;
using System.Web;
using PfP.Calls.Tests.Hosting;
using PfP.Calls.Tests.Submissions;
using PfP.Contracts;
using PfP.Contracts.Calls.Api;
using PfP.Testing;
using PfP.Testing.Mail;

namespace PfP.Calls.Tests.Replies;

/// <summary>A call that is replied to here, those who made it, and a guest who reads their mail.</summary>
internal sealed class Replying : IDisposable
{
    public static readonly CallForm Here = Calling.Complete with { ReplyMethod = ReplyMethods.Form, AdmitsGuests = true };

    public static readonly ReplyForm Offer = new() { Offers = ["data", "partner"], Message = "We keep **remittance** data since 2010.", NamesCountry = true };

    private readonly CallsHost host;
    private readonly Calling visitor;

    private Replying(CallsHost host, string owner, CallSubmission call)
    {
        (this.host, Call, Owner, Focal) = (host, call, owner, new Calling(host, "focal_point", owner));
        visitor = new Calling(host, "visitor", null);
        Mailbox = $"{Guid.NewGuid():n}@guest.example";
    }

    public CallSubmission Call { get; }

    public string Owner { get; }

    /// <summary>Of the owner.</summary>
    public Calling Focal { get; }

    /// <summary>That no other test writes to.</summary>
    public string Mailbox { get; }

    public string Slug => Call.Slug!;

    public string Title => Call.Form.Title!;

    public GuestReplyForm Guest => new()
    {
        Name = "Ada Guest",
        Organisation = "Institute of samples",
        Email = $" {Mailbox.ToUpperInvariant()} ",
        Country = "gh",
        NamesCountry = true,
        Language = "en",
        Offers = ["expertise"],
        Message = "We studied this.",
    };

    public static async Task<Replying> ToACallAsync(CallsHost host, CallForm? form = null)
    {
        var owner = Calling.NewOwner();
        return new(host, owner, await Calling.InStateAsync(host, "published", owner, (form ?? Here) with { Title = $"Partners wanted {Guid.NewGuid():n}" }));
    }

    public void Dispose()
    {
        Focal.Dispose();
        visitor.Dispose();
    }

    /// <summary>Somebody who acts for that country.</summary>
    public Calling Member(string country = "KE", Guid? id = null) => new(host, "member", $"country:{country}", id);

    public Task<OwnReply> ReplyAsync(Calling member, ReplyForm? form = null) => Calling.ReadAsync<OwnReply>(TryReplyAsync(member, form));

    public Task<HttpResponseMessage> TryReplyAsync(Calling member, ReplyForm? form = null) => member.AskAsync(HttpMethod.Put, $"/{Slug}/reply", form ?? Offer);

    public Task<HttpResponseMessage> TrySendAsync(GuestReplyForm? form = null, string? key = null) => visitor.AskAsync(HttpMethod.Post, $"/{Slug}/guest-replies", form ?? Guest, key: key);

    public async Task<HttpStatusCode> SendAsync(GuestReplyForm? form = null, string? key = null)
    {
        using var answer = await TrySendAsync(form, key);
        return answer.StatusCode;
    }

    /// <summary>The secret of the link in the guest's mail of that number.</summary>
    public async Task<string> TokenAsync(int mail = 1)
    {
        var link = (await MailsAsync(mail))[mail - 1].Links.First();
        Assert.EndsWith("/calls/reply", link.AbsolutePath, StringComparison.Ordinal);
        return HttpUtility.ParseQueryString(link.Query)["token"]!;
    }

    /// <summary>Waits until so many mails have come to the guest.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> MailsAsync(int count)
    {
        await Eventually.TrueAsync(() => host.Mail.Received.Count(mail => mail.To == Mailbox) >= count, $"{count} mails to {Mailbox}");
        return [.. host.Mail.Received.Where(mail => mail.To == Mailbox)];
    }

    public async Task<HttpStatusCode> LinkAsync(HttpMethod method, string token)
    {
        using var answer = await visitor.AskAsync(method, $"/replies/guest?token={Uri.EscapeDataString(token)}");
        return answer.StatusCode;
    }

    public Task<GuestReply> ReadLinkAsync(string token) => Calling.ReadAsync<GuestReply>(visitor.AskAsync(HttpMethod.Get, $"/replies/guest?token={token}"));

    /// <summary>Sent and confirmed.</summary>
    public async Task<string> ConfirmedAsync()
    {
        await SendAsync();
        var token = await TokenAsync();
        Assert.Equal(HttpStatusCode.NoContent, await LinkAsync(HttpMethod.Post, token));
        return token;
    }

    public async Task<IReadOnlyList<ReceivedReply>> ReadAsync(string sort = "newest") =>
        (await Calling.ReadAsync<Page<ReceivedReply>>(Focal.SendAsync(HttpMethod.Get, $"/{Call.Id}/replies?sort={sort}"))).Items;

    public Task<HttpResponseMessage> TryAnswerAsync(Calling person, ReceivedReply reply, string? text = "Welcome.", int? version = null) =>
        person.SendAsync(HttpMethod.Post, $"/{Call.Id}/replies/{reply.Id}/answer", new NewReplyAnswer(text), version ?? reply.Version);

    public Task<CallResponse> PublicAsync() => Calling.ReadAsync<CallResponse>(visitor.AskAsync(HttpMethod.Get, $"/{Slug}"));
}
