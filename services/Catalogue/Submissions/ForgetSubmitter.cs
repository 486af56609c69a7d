using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts.Identity;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Submissions;

/// <summary>The submission stays with its country or organisation; whoever sent it in is not known any more.</summary>
internal sealed class ForgetSubmitter(CatalogueDbContext db) : IEventHandler<MemberErased>
{
    public Task HandleAsync(MemberErased message, EventContext context, CancellationToken cancellationToken) =>
        db.Submissions.Where(submission => submission.SubmittedBy == message.MemberId)
            .ExecuteUpdateAsync(set => set.SetProperty(submission => submission.SubmittedBy, (Guid?)null), cancellationToken);
}
