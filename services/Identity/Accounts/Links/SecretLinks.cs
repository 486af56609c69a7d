using Microsoft.EntityFrameworkCore;
using PfP.Identity.Data;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Accounts.Links;

/// <summary>Makes, finds and uses up the secrets of links in mails.</summary>
internal sealed class SecretLinks(IdentityDbContext db, TimeProvider clock)
{
    /// <summary>The path of a new link; an older one of the same kind stays good until one of them is used.</summary>
    public async Task<string> CreateAsync(LinkPurpose purpose, Guid subject, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var (token, hash) = SecretToken.Create();
        db.Links.Add(new(Guid.CreateVersion7(), purpose, subject, hash, expiresAt));
        await db.SaveChangesAsync(cancellationToken);
        return $"{PathOf(purpose)}?token={token}";
    }

    /// <summary>The link with that secret while it can be used; asking changes nothing, because mail programs open links on their own.</summary>
    public async Task<SecretLink?> FindAsync(LinkPurpose purpose, string? token, CancellationToken cancellationToken)
    {
        if (SecretToken.HashOf(token) is not { } hash)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        return await db.Links.AsNoTracking()
            .FirstOrDefaultAsync(link => link.Hash == hash && link.Purpose == purpose && link.UsedAt == null && link.ExpiresAt > now, cancellationToken);
    }

    /// <summary>Uses up the link and its siblings. Of two at once one gets a yes; call it in the transaction of what the link allows.</summary>
    public async Task<bool> UseAsync(SecretLink link, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var used = await db.Links.Where(known => known.Id == link.Id && known.UsedAt == null)
            .ExecuteUpdateAsync(update => update.SetProperty(known => known.UsedAt, now), cancellationToken) == 1;
        await EndAsync(link.Purpose, link.Subject, cancellationToken);
        return used;
    }

    public Task EndAsync(LinkPurpose purpose, Guid subject, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return db.Links.Where(link => link.Purpose == purpose && link.Subject == subject && link.UsedAt == null)
            .ExecuteUpdateAsync(update => update.SetProperty(link => link.UsedAt, now), cancellationToken);
    }

    private static string PathOf(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.Confirm => "/account/confirm",
        LinkPurpose.Reset => "/account/reset",
        _ => "/account/join",
    };
}
