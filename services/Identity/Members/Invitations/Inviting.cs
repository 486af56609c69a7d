using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Members.Invitations;

/// <summary>Makes invitations of lines and plans their mails, each line for itself: a faulty one keeps nobody else from being invited.</summary>
internal sealed class Inviting(IdentityDbContext db, TimeProvider clock)
{
    public async Task<InvitationReport> InviteAsync(int number, InvitationRow row, Inviter by, CancellationToken cancellationToken)
    {
        var problem = RowRules.Problem(row, by.OnlyFor) ?? await TakenAsync(row.Email!, cancellationToken);
        if (problem is not null)
        {
            return new(number, row.Email, null, problem.Text, problem.Code);
        }

        var affiliation = RowRules.AffiliationOf(row, by.OnlyFor);
        var invitation = await InviteAsync(
            new()
            {
                Name = row.Name!.Trim(),
                Email = Addresses.Normal(row.Email!),
                Language = row.Language ?? "en",
                Affiliation = affiliation,
                Role = row.Role ?? Roles.Member,
                Entity = by.OnlyFor ?? affiliation.Entity,
                InvitedBy = by.Id,
                InvitedAt = clock.GetUtcNow(),
            },
            cancellationToken);
        return new(number, row.Email, invitation.Id, null, null);
    }

    public async Task<Invitation> InviteAsync(Invitation invitation, CancellationToken cancellationToken)
    {
        db.Invitations.Add(invitation);
        await SendAsync(invitation, cancellationToken);
        return invitation;
    }

    /// <summary>A new mail with a new link, and another fourteen days.</summary>
    public async Task SendAsync(Invitation invitation, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        invitation.Send(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await db.PlanMailAsync<Invited>(invitation.Id, invitation.Mailing, cancellationToken: cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task<RowProblem?> TakenAsync(string email, CancellationToken cancellationToken)
    {
        var address = Addresses.Normal(email);
        if (await db.Invitations.AnyAsync(open => open.Email == address && open.AcceptedAt == null && open.WithdrawnAt == null, cancellationToken))
        {
            return new("invited", "This address has been invited already; the invitation can be sent again.");
        }

        var state = await db.Members.Where(member => member.Email == address).Select(member => (MemberState?)member.State).FirstOrDefaultAsync(cancellationToken);
        return state switch
        {
            null or MemberState.Unconfirmed => null,
            MemberState.Approved => new("member", "This address is a member's already."),
            _ => new("registered", "This address has registered; decide on the registration instead."),
        };
    }
}

/// <summary>Who invites, and the one entity they may invite for; null for the secretariat, who may for all.</summary>
internal sealed record Inviter(Guid? Id, string? OnlyFor);
