using Microsoft.EntityFrameworkCore;

namespace PfP.Identity.Tests.Provider.Hosting;

internal static class SecurityEvents
{
    public static Task<List<string>> EventsOfAsync(this IdentityHost host, string subject)
    {
        var account = Guid.Parse(subject);
        return host.InDatabaseAsync(db => db.SecurityEvents.Where(happened => happened.AccountId == account).Select(happened => happened.Action)
            .ToListAsync(TestContext.Current.CancellationToken));
    }
}
