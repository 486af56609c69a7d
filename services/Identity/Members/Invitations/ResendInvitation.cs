using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Identity.Accounts.Links;
using PfP.Identity.Data;

namespace PfP.Identity.Members.Invitations;

internal static class ResendInvitation
{
    public static async Task<Results<NoContent, NotFound, ProblemHttpResult>> HandleAsync(
        Guid id, HttpContext http, IdentityDbContext db, Inviting inviting, SecretLinks links, CancellationToken cancellationToken)
    {
        var invitation = await db.Invitations.VisibleTo(InvitePeople.InviterOf(http)).FirstOrDefaultAsync(invitation => invitation.Id == id, cancellationToken);
        if (invitation is null)
        {
            return TypedResults.NotFound();
        }

        if (invitation.AcceptedAt is not null || invitation.WithdrawnAt is not null)
        {
            return TypedResults.Problem("The invitation has been accepted or withdrawn.", statusCode: StatusCodes.Status409Conflict);
        }

        await links.EndAsync(LinkPurpose.Invitation, id, cancellationToken);
        await inviting.SendAsync(invitation, cancellationToken);
        return TypedResults.NoContent();
    }
}
