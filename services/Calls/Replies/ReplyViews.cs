using PfP.Calls.Calls;
using PfP.Contracts.Calls.Api;

namespace PfP.Calls.Replies;

/// <summary>Replies as those see them who may.</summary>
internal static class ReplyViews
{
    public static OwnReply Own(Reply reply, Call call, DateTimeOffset now) => new(
        reply.Id,
        Of(call, now),
        new() { Offers = reply.Offers, Message = reply.Message, NamesCountry = reply.NamesCountry, Files = reply.Files },
        reply.SentAt,
        reply.ChangedAt,
        Answers(reply));

    public static GuestReply OfGuest(Reply reply, Call call, DateTimeOffset now) => new(
        Of(call, now),
        new()
        {
            Name = reply.Name,
            Organisation = reply.Organisation,
            Email = reply.Email,
            Country = reply.Country,
            NamesCountry = reply.NamesCountry,
            Language = reply.Language,
            Offers = reply.Offers,
            Message = reply.Message,
            Files = reply.Files,
        },
        reply.SentAt,
        reply.ConfirmedAt is null ? reply.SentAt + Reply.ToConfirm : null,
        Answers(reply));

    /// <summary>For the owner of the call, and nobody else.</summary>
    public static ReceivedReply Received(Reply reply) =>
        new(reply.Id, reply.Version, reply.Name, reply.Offers, reply.Message, reply.SentAt, reply.ChangedAt, Answers(reply))
        {
            MemberId = reply.MemberId,
            Entity = reply.Entity,
            Organisation = reply.Organisation,
            Email = reply.Email,
            Country = reply.Country,
            NamesCountry = reply.NamesCountry,
            Files = reply.Files,
        };

    private static RepliedCall Of(Call call, DateTimeOffset now) => new(call.Slug!, call.Title, call.Content.Language, call.StatusAt(now));

    private static IReadOnlyList<ReplyAnswer> Answers(Reply reply) => [.. reply.Answers.Select(answer => new ReplyAnswer(answer.At, answer.Text))];
}
