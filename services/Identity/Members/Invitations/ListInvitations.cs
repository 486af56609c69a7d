using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Invitations;

internal static class ListInvitations
{
    public static async Task<Results<Ok<Page<InvitationResponse>>, ValidationProblem>> HandleAsync(
        [AsParameters] Paging paging, HttpContext http, IdentityDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (paging.Errors() is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var now = clock.GetUtcNow();
        var visible = db.Invitations.AsNoTracking().VisibleTo(InvitePeople.InviterOf(http));
        var total = await visible.CountAsync(cancellationToken);
        var page = await visible.OrderByDescending(invitation => invitation.Id).Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<InvitationResponse>(total, paging.Number, paging.Size, [.. page.Select(invitation => new InvitationResponse(
            invitation.Id, invitation.Name, invitation.Email, invitation.Role, invitation.Entity, invitation.StatusAt(now), invitation.InvitedAt, invitation.ExpiresAt, invitation.AcceptedAt))]));
    }

    public static IQueryable<Invitation> VisibleTo(this IQueryable<Invitation> invitations, Inviter? inviter) => inviter switch
    {
        null => invitations.Where(_ => false),
        { OnlyFor: null } => invitations,
        { OnlyFor: { } entity } => invitations.Where(invitation => invitation.Entity == entity),
    };
}
