using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;

namespace PfP.Identity.Members.Threads;

/// <summary>A member gives the other parties of a thread their address and, where there is one, their telephone number; and takes them back.</summary>
internal static class ShareContacts
{
    public static async Task<Results<Ok<SharedContact>, NotFound, ProblemHttpResult>> HandleAsync(
        Guid id, Reader reader, IdentityDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!await db.ThreadsOpenTo(reader, now).AnyAsync(thread => thread.Id == id, cancellationToken))
        {
            return TypedResults.NotFound();
        }

        if (!await db.MayWriteAsync(reader, now, cancellationToken))
        {
            return Refusals.NoMember();
        }

        await db.Database.ExecuteSqlAsync(
            $"insert into members.shared_contacts (thread_id, member_id, shared_at) values ({id}, {reader.Id}, {now}) on conflict do nothing", cancellationToken);
        return TypedResults.Ok((await db.ContactsAsync(id, reader, cancellationToken)).Single(contact => contact.Own));
    }

    public static async Task<Results<NoContent, NotFound>> RevokeAsync(
        Guid id, Reader reader, IdentityDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!await db.ThreadsOpenTo(reader, clock.GetUtcNow()).AnyAsync(thread => thread.Id == id, cancellationToken))
        {
            return TypedResults.NotFound();
        }

        await db.SharedContacts.Where(share => share.ThreadId == id && share.MemberId == reader.Id).ExecuteDeleteAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>In the order in which they were shared.</summary>
    public static Task<List<SharedContact>> ContactsAsync(this IdentityDbContext db, Guid thread, Reader reader, CancellationToken cancellationToken) => db.SharedContacts
        .Where(share => share.ThreadId == thread)
        .Join(db.Members, share => share.MemberId, member => member.Id, (share, member) => new { share.SharedAt, Member = member })
        .OrderBy(shared => shared.SharedAt)
        .Select(shared => new SharedContact(
            new MemberName(shared.Member.Id, shared.Member.Name, shared.Member.Affiliation.Country, shared.Member.Affiliation.Organisation),
            shared.Member.Id == reader.Id, shared.Member.Email, shared.Member.Directory.Telephone, shared.SharedAt))
        .ToListAsync(cancellationToken);
}
