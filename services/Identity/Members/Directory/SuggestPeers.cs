using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;

namespace PfP.Identity.Members.Directory;

/// <summary>Members who offer what the reader looks for, or look for what the reader offers.</summary>
internal static class SuggestPeers
{
    private const int Most = 10;

    public static async Task<Ok<IReadOnlyList<SuggestedPeer>>> HandleAsync(Reader reader, IdentityDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var me = await db.Members.AsNoTracking().CurrentAt(now).FirstOrDefaultAsync(member => member.Id == reader.Id, cancellationToken);
        return TypedResults.Ok<IReadOnlyList<SuggestedPeer>>(me is null ? [] : await SuggestAsync(me, reader, db, now, cancellationToken));
    }

    private static async Task<SuggestedPeer[]> SuggestAsync(Member me, Reader reader, IdentityDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (seeks, offers, entity) = (me.Directory.Seeks, me.Directory.Offers, me.Entity);
        var peers = await db.Members.AsNoTracking().CurrentAt(now)
            .Where(peer => peer.Id != me.Id && !peer.Directory.Hidden)
            .Select(peer => new
            {
                Member = peer,
                Themes = peer.Directory.Offers.Count(theme => seeks.Contains(theme)) + peer.Directory.Seeks.Count(theme => offers.Contains(theme)),
            })
            .Where(peer => peer.Themes > 0)
            // Colleagues know each other.
            .OrderBy(peer => entity != null && peer.Member.Entity == entity).ThenByDescending(peer => peer.Themes)
            .ThenBy(peer => IdentityDbContext.Folded(peer.Member.Name)).ThenBy(peer => peer.Member.Id)
            .Take(Most).ToListAsync(cancellationToken);
        return [.. peers.Select(peer => new SuggestedPeer(
            MemberViews.Summary(peer.Member, reader), [.. peer.Member.Directory.Offers.Intersect(seeks)], [.. peer.Member.Directory.Seeks.Intersect(offers)]))];
    }
}
