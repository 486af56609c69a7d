using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PfP.Calls.Data;
using PfP.ServiceDefaults;

namespace PfP.Calls.Calls;

/// <summary>The current event of every public call.</summary>
internal sealed class CallsReplay(CallsDbContext db) : IReplaySource
{
    public async IAsyncEnumerable<object> EventsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var call in db.Calls.AsNoTracking().Where(call => call.Slug != null).OrderBy(call => call.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return CallEvents.Published(call);
        }
    }
}
