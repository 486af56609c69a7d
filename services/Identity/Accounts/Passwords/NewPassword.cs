using Microsoft.AspNetCore.Identity;
using PfP.Identity.Accounts.Links;
using PfP.Identity.Accounts.SecurityLog;
using PfP.Identity.Accounts.Sessions;
using PfP.Identity.Data;

namespace PfP.Identity.Accounts.Passwords;

/// <summary>Gives an account a password, for whoever may: the reader of a mail, or its owner. Every session that was there before ends.</summary>
internal sealed class NewPassword(
    IdentityDbContext db, UserManager<Account> accounts, IPasswordHasher<Account> hasher, SecretLinks links, AccountSessions sessions, SecurityLogger log)
{
    /// <summary>False when the link was used meanwhile.</summary>
    public async Task<bool> SetByLinkAsync(SecretLink link, Account account, string password, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await UseLinkAsync(link, account, password, SecurityActions.PasswordChanged, cancellationToken))
        {
            return false;
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>The same within a transaction of the caller's.</summary>
    public async Task<bool> UseLinkAsync(SecretLink link, Account account, string password, string action, CancellationToken cancellationToken)
    {
        if (!await links.UseAsync(link, cancellationToken))
        {
            return false;
        }

        account.EmailConfirmed = true;
        await SetAsync(account, password, null, action, cancellationToken);
        return true;
    }

    public async Task SetAsync(Account account, string password, Guid? actor, string action, CancellationToken cancellationToken)
    {
        account.PasswordHash = hasher.HashPassword(account, password);
        // A link that was asked for with the old password in mind must not undo this one.
        await links.EndAsync(LinkPurpose.Reset, account.Id, cancellationToken);
        log.Add(account.Id, actor, action, "password");
        await accounts.UpdateSecurityStampAsync(account).OrThrowAsync();
        await sessions.EndAllAsync(account.Id, cancellationToken);
    }
}
