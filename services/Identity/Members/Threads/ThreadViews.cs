using PfP.Contracts.Identity.Api;

namespace PfP.Identity.Members.Threads;

internal static class ThreadViews
{
    public static ThreadParty Of(Party party, Reader reader, IReadOnlyDictionary<Guid, MemberName> names) =>
        new(party.Kind, names.Of(party.MemberId), party.Entity, party.IsOwn(reader));

    public static MessageResponse Of(Message message, Reader reader, IReadOnlyDictionary<Guid, MemberName> names) =>
        new(message.Id, names.Of(message.AuthorId), message.AuthorId == reader.Id, message.Text, message.SentAt);
}
