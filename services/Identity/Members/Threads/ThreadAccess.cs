using Microsoft.EntityFrameworkCore;
using PfP.Identity.Data;

namespace PfP.Identity.Members.Threads;

internal static class ThreadAccess
{
    /// <summary>
    /// Those in which the reader is a party, or acts for one; for all others there is no such thread. The secretariat stands in for a country or
    /// organisation while nobody acts for it.
    /// </summary>
    /// <param name="current">All members who are that now.</param>
    public static IQueryable<MessageThread> OpenTo(this IQueryable<MessageThread> threads, Reader reader, IQueryable<Member> current) => threads.Where(thread => thread.Parties.Any(party =>
        party.MemberId == reader.Id
        || (reader.Entity != null && party.Entity == reader.Entity)
        || (reader.IsStaff && party.Kind == Party.Secretariat)
        || (reader.IsStaff && party.Entity != null && !current.Any(member => member.Entity == party.Entity))));

    public static IQueryable<MessageThread> ThreadsOpenTo(this IdentityDbContext db, Reader reader, DateTimeOffset now) =>
        db.Threads.OpenTo(reader, db.Members.CurrentAt(now));

    /// <summary>Until the transaction ends, nobody else writes in it or closes it; who only reads need not wait.</summary>
    public static Task<MessageThread?> LockThreadAsync(this IdentityDbContext db, Guid id, Reader reader, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Threads.FromSql($"select * from members.threads where id = {id} for no key update").OpenTo(reader, db.Members.CurrentAt(now)).FirstOrDefaultAsync(cancellationToken);
}
