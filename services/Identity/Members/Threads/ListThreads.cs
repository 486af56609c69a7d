using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;
using PfP.Identity.Members.Engagements;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Threads;

internal static class ListThreads
{
    /// <param name="entry">Only those about that entry of the catalogue.</param>
    public static async Task<Results<Ok<Page<ThreadSummary>>, ValidationProblem>> HandleAsync(
        Guid? entry, [AsParameters] Paging paging, Reader reader, IdentityDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (paging.Errors() is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var own = db.ThreadsOpenTo(reader, clock.GetUtcNow()).AsNoTracking()
            .Where(thread => entry == null || db.Engagements.Any(engagement => engagement.ThreadId == thread.Id && engagement.EntryId == entry));
        var total = await own.CountAsync(cancellationToken);
        var page = await own.OrderByDescending(thread => thread.LastMessageAt).ThenByDescending(thread => thread.Id).Skip(paging.Skipped).Take(paging.Size)
            .Select(thread => new
            {
                Thread = thread,
                thread.Parties,
                Unread = db.Messages.Count(message => message.ThreadId == thread.Id && message.AuthorId != reader.Id && message.Number > db.ReadMarks
                    .Where(mark => mark.ThreadId == thread.Id && mark.MemberId == reader.Id).Select(mark => mark.ReadTo).FirstOrDefault()),
            })
            .ToListAsync(cancellationToken);
        var names = await db.NamesAsync(page.SelectMany(row => row.Parties.Select(party => party.MemberId)), cancellationToken);
        var about = await db.EngagementsOfAsync([.. page.Select(row => row.Thread.Id)], reader, cancellationToken);
        return TypedResults.Ok(new Page<ThreadSummary>(total, paging.Number, paging.Size, [.. page.Select(row => new ThreadSummary(
            row.Thread.Id, [.. row.Parties.Select(party => ThreadViews.Of(party, reader, names))], row.Thread.OpenedAt, row.Thread.LastMessageAt, row.Unread)
        {
            About = about.GetValueOrDefault(row.Thread.Id),
        })]));
    }
}
