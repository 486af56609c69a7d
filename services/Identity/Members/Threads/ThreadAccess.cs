namespace PfP.Identity.Members.Threads;

internal static class ThreadAccess
{
    /// <summary>Those in which the reader is a party, or acts for one; for all others there is no such thread.</summary>
    public static IQueryable<MessageThread> OpenTo(this IQueryable<MessageThread> threads, Reader reader) => threads.Where(thread => thread.Parties.Any(party =>
        party.MemberId == reader.Id
        || (reader.Entity != null && party.Entity == reader.Entity)
        || (reader.IsStaff && party.Kind == Party.Secretariat)));
}
