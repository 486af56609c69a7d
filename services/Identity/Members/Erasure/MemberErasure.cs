using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity;
using PfP.Identity.Accounts.SecurityLog;
using PfP.Identity.Accounts.Sessions;
using PfP.Identity.Data;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Erasure;

/// <summary>Deletes a person here, and tells every service that holds something of them.</summary>
internal sealed class MemberErasure(IdentityDbContext db, UserManager<Account> accounts, AccountSessions sessions, SecurityLogger log, TimeProvider clock)
{
    public async Task EraseAsync(Account account, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Members.FirstOrDefaultAsync(member => member.Id == account.Id, cancellationToken) is { } member)
        {
            await db.EraseCorrespondenceAsync(member.Id, clock.GetUtcNow(), cancellationToken);
            db.Publish(new MemberErased(member.Id, member.NextVersion()));
            db.Members.Remove(member);
        }

        // The log keeps what happened to an id that leads to nobody any more.
        log.Add(account.Id, account.Id, SecurityActions.Erased);
        await db.SaveChangesAsync(cancellationToken);
        await sessions.EndAllAsync(account.Id, cancellationToken);
        await db.Sessions.Where(session => session.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        await db.SecondFactors.Where(factor => factor.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        await db.RecoveryCodes.Where(code => code.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        await db.Links.Where(link => link.Subject == account.Id).ExecuteDeleteAsync(cancellationToken);
        await EraseInvitationsAsync(account.Email!, cancellationToken);
        await db.ForgetMailAsync(account.Id, cancellationToken);
        await db.ForgetDeadLettersAsync(account.Id, cancellationToken);
        await accounts.DeleteAsync(account).OrThrowAsync();
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task EraseInvitationsAsync(string email, CancellationToken cancellationToken)
    {
        foreach (var id in await db.Invitations.Where(invitation => invitation.Email == email).Select(invitation => invitation.Id).ToListAsync(cancellationToken))
        {
            await db.ForgetMailAsync(id, cancellationToken);
            await db.Links.Where(link => link.Subject == id).ExecuteDeleteAsync(cancellationToken);
            await db.Invitations.Where(invitation => invitation.Id == id).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
