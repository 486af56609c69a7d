using Microsoft.EntityFrameworkCore;
using PfP.Calls.Data;
using PfP.Contracts.Identity;
using PfP.ServiceDefaults;

namespace PfP.Calls.Submissions;

/// <summary>The call stays with its country or organisation; whoever sent it in is not known any more.</summary>
internal sealed class ForgetSubmitter(CallsDbContext db) : IEventHandler<MemberErased>
{
    public Task HandleAsync(MemberErased message, EventContext context, CancellationToken cancellationToken) =>
        db.Calls.Where(call => call.SubmittedBy == message.MemberId)
            .ExecuteUpdateAsync(set => set.SetProperty(call => call.SubmittedBy, (Guid?)null), cancellationToken);
}
