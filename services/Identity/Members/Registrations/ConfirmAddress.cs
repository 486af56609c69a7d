using Microsoft.EntityFrameworkCore;
using PfP.Identity.Accounts.Links;
using PfP.Identity.Accounts.Passwords;
using PfP.Identity.Accounts.SecurityLog;
using PfP.Identity.Data;

namespace PfP.Identity.Members.Registrations;

/// <summary>The registrant read the mail and chose a password: from here on the registration waits for the secretariat.</summary>
internal sealed class ConfirmAddress(IdentityDbContext db, NewPassword passwords)
{
    /// <summary>False when the link was used meanwhile.</summary>
    public async Task<bool> ConfirmAsync(SecretLink link, Account account, string password, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var member = await db.Members.FirstAsync(member => member.Id == account.Id, cancellationToken);
        if (!member.Confirm() || !await passwords.UseLinkAsync(link, account, password, SecurityActions.EmailConfirmed, cancellationToken))
        {
            return false;
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
