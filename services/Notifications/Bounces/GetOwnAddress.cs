using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Mail.Api;
using PfP.Notifications.Data;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Bounces;

internal static class GetOwnAddress
{
    public static async Task<Ok<OwnAddress>> HandleAsync(Contributor member, NotificationsDbContext db, CancellationToken cancellationToken)
    {
        var email = await db.Members.Where(row => row.Id == member.Id).Select(row => row.Email).FirstOrDefaultAsync(cancellationToken);
        var hash = email is null ? [] : AddressHash.Of(email);
        var since = await db.Database.SqlQuery<DateTimeOffset?>(
            $"select changed_at as \"Value\" from paused_addresses where address_hash = {hash} and is_paused").ToListAsync(cancellationToken);
        return TypedResults.Ok(new OwnAddress(since.FirstOrDefault()));
    }
}
