using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts.Identity;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Submissions;

/// <summary>The submission stays with its country or organisation; whoever sent it in is not known any more.</summary>
internal sealed class ForgetSubmitter(CatalogueDbContext db) : IEventHandler<MemberErased>
{
    public async Task HandleAsync(MemberErased message, EventContext context, CancellationToken cancellationToken)
    {
        await db.Submissions.Where(submission => submission.SubmittedBy == message.MemberId)
            .ExecuteUpdateAsync(set => set.SetProperty(submission => submission.SubmittedBy, (Guid?)null), cancellationToken);
        // Another service may have told that their address is paused.
        await db.ForgetMailAsync(message.MemberId, cancellationToken);
        await db.ForgetDeadLettersAsync(message.MemberId, cancellationToken);
    }
}
