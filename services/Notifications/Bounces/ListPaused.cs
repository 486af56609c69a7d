using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts;
using PfP.Contracts.Mail.Api;
using PfP.Notifications.Data;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Bounces;

/// <summary>Every service keeps the same list; this one shows it, as it knows the members' names.</summary>
internal static class ListPaused
{
    public static async Task<Results<Ok<Page<PausedAddress>>, ValidationProblem>> HandleAsync(
        [AsParameters] Paging paging, NotificationsDbContext db, CancellationToken cancellationToken)
    {
        if (paging.Errors() is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var total = await db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from paused_addresses where is_paused").SingleAsync(cancellationToken);
        var rows = await db.Database.SqlQuery<Row>(
            $"""
            select encode(address_hash, 'hex') as hash, recipient, occasion, status, changed_at as since, members.name, members.email
            from paused_addresses left join members on members.id = recipient
            where is_paused order by changed_at desc, address_hash offset {paging.Skipped} limit {paging.Size}
            """).ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<PausedAddress>(total, paging.Number, paging.Size, [.. rows.Select(row => row.Shown())]));
    }

    private sealed record Row(string Hash, Guid Recipient, string Occasion, string Status, DateTimeOffset Since, string? Name, string? Email)
    {
        // An address that has changed since is not the one that was refused.
        public PausedAddress Shown() => new(
            Hash, Recipient, Name, Email is not null && AddressHash.Text(Email) == Hash ? Email : null, Occasion, Status, Since);
    }
}
