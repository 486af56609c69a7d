using Microsoft.EntityFrameworkCore;
using PfP.Calls.Data;
using PfP.Calls.Replies;
using PfP.Contracts.Identity;
using PfP.ServiceDefaults;

namespace PfP.Calls.Submissions;

/// <summary>The call stays with its country or organisation; whoever sent it in is not known any more. What they replied to calls is deleted.</summary>
internal sealed class ForgetSubmitter(CallsDbContext db) : IEventHandler<MemberErased>
{
    public async Task HandleAsync(MemberErased message, EventContext context, CancellationToken cancellationToken)
    {
        await db.Calls.Where(call => call.SubmittedBy == message.MemberId)
            .ExecuteUpdateAsync(set => set.SetProperty(call => call.SubmittedBy, (Guid?)null), cancellationToken);
        await db.Replies.Where(reply => reply.MemberId == message.MemberId).ExecuteDeleteAsync(cancellationToken);
        var sender = EnclosedFile.Of(message.MemberId);
        await db.EnclosedFiles.Where(file => file.Sender == sender).ExecuteDeleteAsync(cancellationToken);
        // Another service may have told that their address is paused.
        await db.ForgetMailAsync(message.MemberId, cancellationToken);
        await db.ForgetDeadLettersAsync(message.MemberId, cancellationToken);
    }
}
