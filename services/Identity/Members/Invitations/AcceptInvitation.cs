using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PfP.Identity.Accounts;
using PfP.Identity.Accounts.Links;
using PfP.Identity.Accounts.Passwords;
using PfP.Identity.Accounts.SecurityLog;
using PfP.Identity.Accounts.Sessions;
using PfP.Identity.Data;
using PfP.Identity.Members.Introductions;

namespace PfP.Identity.Members.Invitations;

/// <summary>Turns an invitation into a member with an account and a password.</summary>
internal sealed class AcceptInvitation(
    IdentityDbContext db, UserManager<Account> accounts, NewPassword passwords, SecretLinks links, AccountSessions sessions, SecurityLogger log,
    IOptions<MembersOptions> options, TimeProvider clock)
{
    /// <summary>The invitation behind a link while it is open.</summary>
    public async Task<(SecretLink Link, Invitation Invitation)?> FindAsync(string? token, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(LinkPurpose.Invitation, token, cancellationToken) is not { } link)
        {
            return null;
        }

        var invitation = await db.Invitations.FirstOrDefaultAsync(invitation => invitation.Id == link.Subject, cancellationToken);
        return invitation is not null && invitation.IsOpenAt(clock.GetUtcNow()) ? (link, invitation) : null;
    }

    /// <summary>The new member's account; null when the link was used meanwhile.</summary>
    public async Task<Account?> AcceptAsync(SecretLink link, Invitation invitation, string password, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await links.UseAsync(link, cancellationToken))
        {
            return null;
        }

        // Somebody may have registered the address without ever reading its mail.
        var account = await accounts.FindOrCreateAsync(invitation.Email);
        account.EmailConfirmed = true;
        await passwords.SetAsync(account, password, account.Id, SecurityActions.InvitationAccepted, cancellationToken);
        var now = clock.GetUtcNow();
        var member = await MemberAsync(account.Id, invitation, now, cancellationToken);
        if (member.Approve(invitation.Role, invitation.Entity, options.Value.RenewalAfter(now), invitation.InvitedBy, now))
        {
            db.PublishApproved(member, invited: true);
            db.PublishAppointed(member);
        }

        invitation.Accept(now);
        await EndPredecessorAsync(invitation, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return account;
    }

    // What an unconfirmed registration says is nobody's word; a confirmed one is approved as it stands.
    private async Task<Member> MemberAsync(Guid id, Invitation invitation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.Members.Where(member => member.Id == id && member.State == MemberState.Unconfirmed).ExecuteDeleteAsync(cancellationToken);
        if (await db.Members.FirstOrDefaultAsync(member => member.Id == id, cancellationToken) is { } known)
        {
            return known;
        }

        var member = Member.FromInvitation(id, options.Value.Issuer, invitation, now);
        member.Confirm();
        db.Members.Add(member);
        return member;
    }

    private async Task EndPredecessorAsync(Invitation invitation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (invitation.Succeeds is { } id && await db.Members.FirstOrDefaultAsync(member => member.Id == id, cancellationToken) is { } predecessor
            && predecessor.End(invitation.InvitedBy, now))
        {
            db.PublishAppointed(predecessor);
            db.Withdraw(await db.OpenIntroductionsAsync(predecessor.Id, cancellationToken), now);
            log.Add(predecessor.Id, invitation.InvitedBy, SecurityActions.Ended, "roles");
            await sessions.EndAllAsync(predecessor.Id, cancellationToken);
        }
    }
}
