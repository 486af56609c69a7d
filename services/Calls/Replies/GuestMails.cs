using Microsoft.EntityFrameworkCore;
using PfP.Calls.Data;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Calls.Replies;

/// <summary>The mail with the link by which a guest confirms a reply.</summary>
internal sealed class GuestReplySent(CallsDbContext db, TimeProvider clock) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken)
    {
        if (await db.GuestReplyAsync(planned.Recipient, cancellationToken) is not { ConfirmedAt: null } reply || reply.SentAt + Reply.ToConfirm <= clock.GetUtcNow())
        {
            return null;
        }

        var (reader, title) = await db.GuestAsync(reply, cancellationToken);
        return Compose(reader, title, reply.SentAt + Reply.ToConfirm, await db.LinkAsync(reply, cancellationToken));
    }

    public static ComposedMail Compose(MailRecipient reader, string title, DateTimeOffset until, string token) =>
        GuestMails.Compose(reader, "Sent", [GuestMails.Said(reader, "Sent.Text", title), GuestMails.Said(reader, "Sent.Expires", reader.Local(until))], title, token);
}

/// <summary>The mail with the owner's answer. It has the text: a guest has no page of their own to read it on but by a link of such a mail.</summary>
internal sealed class GuestReplyAnswered(CallsDbContext db) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken)
    {
        var reply = await db.GuestReplyAsync(planned.Recipient, cancellationToken);
        if (reply?.Answers.FirstOrDefault(answer => answer.Id == planned.Subject) is not { } answer)
        {
            return null;
        }

        var (reader, title) = await db.GuestAsync(reply, cancellationToken);
        return Compose(reader, title, answer.Text, await db.LinkAsync(reply, cancellationToken));
    }

    public static ComposedMail Compose(MailRecipient reader, string title, string answer, string token) =>
        GuestMails.Compose(reader, "Answered", [GuestMails.Said(reader, "Answered.Text", title), .. answer.Split("\n\n")], title, token);
}

/// <summary>Names the texts of these mails (ReplyMails.resx and its translations).</summary>
public sealed class ReplyMails;

internal static class GuestMails
{
    private static readonly MailTexts Texts = new(typeof(ReplyMails));

    public static string Said(MailRecipient reader, string key, params object[] values) => Texts.For(reader, key, values);

    /// <summary>Null once it is erased.</summary>
    public static Task<Reply?> GuestReplyAsync(this CallsDbContext db, Guid id, CancellationToken cancellationToken) =>
        db.Replies.AsNoTracking().FirstOrDefaultAsync(reply => reply.Id == id && reply.Email != null, cancellationToken);

    public static async Task<(MailRecipient Reader, string Title)> GuestAsync(this CallsDbContext db, Reply reply, CancellationToken cancellationToken)
    {
        var call = await db.Calls.AsNoTracking().SingleAsync(call => call.Id == reply.CallId, cancellationToken);
        return (new(reply.Email!, reply.Name, reply.Language!), call.Content.In(reply.Language!).Texts.Title);
    }

    /// <summary>What stands in the link of one mail: the secret is made here, and only its hash is kept.</summary>
    public static async Task<string> LinkAsync(this CallsDbContext db, Reply reply, CancellationToken cancellationToken)
    {
        var (token, hash) = SecretToken.Create();
        db.ReplyLinks.Add(new(hash, reply.Id));
        await db.SaveChangesAsync(cancellationToken);
        return token;
    }

    public static ComposedMail Compose(MailRecipient reader, string occasion, IReadOnlyList<string> paragraphs, string title, string token) =>
        new(reader, Said(reader, $"{occasion}.Subject", title), paragraphs)
        {
            Button = new(Said(reader, $"{occasion}.Button"), $"/calls/reply?token={token}"),
            Reason = Said(reader, "Reason"),
        };
}
