using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity;
using PfP.Search.Data;
using PfP.ServiceDefaults;

namespace PfP.Search.SavedSearches;

/// <summary>What somebody looked for goes with them.</summary>
internal sealed class ForgetMember(SearchDbContext db) : IEventHandler<MemberErased>
{
    public async Task HandleAsync(MemberErased message, EventContext context, CancellationToken cancellationToken)
    {
        await db.SavedSearches.Where(search => search.MemberId == message.MemberId).ExecuteDeleteAsync(cancellationToken);
        await db.ForgetDeadLettersAsync(message.MemberId, cancellationToken);
    }
}
