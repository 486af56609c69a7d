using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;
using PfP.Identity.Members.Engagements;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Threads;

internal static class GetThread
{
    /// <summary>What is on the page counts as read from then on.</summary>
    public static async Task<Results<Ok<ThreadResponse>, NotFound, ValidationProblem>> HandleAsync(
        Guid id, [AsParameters] Paging paging, Reader reader, IdentityDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (paging.Errors() is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var thread = await db.ThreadsOpenTo(reader, clock.GetUtcNow()).AsNoTracking().Include(thread => thread.Parties).FirstOrDefaultAsync(thread => thread.Id == id, cancellationToken);
        if (thread is null)
        {
            return TypedResults.NotFound();
        }

        var messages = db.Messages.AsNoTracking().Where(message => message.ThreadId == id);
        var total = await messages.CountAsync(cancellationToken);
        var page = await messages.OrderBy(message => message.Number).Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellationToken);
        await MarkReadAsync(id, reader, page, db, cancellationToken);
        var names = await db.NamesAsync([.. thread.Parties.Select(party => party.MemberId), .. page.Select(message => message.AuthorId)], cancellationToken);
        return TypedResults.Ok(new ThreadResponse(
            id,
            [.. thread.Parties.Select(party => ThreadViews.Of(party, reader, names))],
            thread.OpenedAt,
            await db.Introductions.Where(introduction => introduction.ThreadId == id).Select(introduction => (Guid?)introduction.Id).FirstOrDefaultAsync(cancellationToken),
            await db.ContactsAsync(id, reader, cancellationToken),
            new(total, paging.Number, paging.Size, [.. page.Select(message => ThreadViews.Of(message, reader, names))]))
        {
            About = (await db.EngagementsOfAsync([id], reader, cancellationToken)).GetValueOrDefault(id),
        });
    }

    private static async Task MarkReadAsync(Guid id, Reader reader, List<Message> page, IdentityDbContext db, CancellationToken cancellationToken)
    {
        if (page.Count > 0)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into members.read_marks as known (thread_id, member_id, read_to) select {id}, id, {page[^1].Number} from members.members where id = {reader.Id}
                on conflict (thread_id, member_id) do update set read_to = greatest(known.read_to, excluded.read_to)
                """,
                cancellationToken);
        }
    }
}
