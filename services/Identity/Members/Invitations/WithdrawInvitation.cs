using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Identity.Data;

namespace PfP.Identity.Members.Invitations;

internal static class WithdrawInvitation
{
    public static async Task<Results<NoContent, NotFound, ProblemHttpResult>> HandleAsync(
        Guid id, HttpContext http, IdentityDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var invitation = await db.Invitations.VisibleTo(InvitePeople.InviterOf(http)).FirstOrDefaultAsync(invitation => invitation.Id == id, cancellationToken);
        if (invitation is null)
        {
            return TypedResults.NotFound();
        }

        if (invitation.AcceptedAt is not null)
        {
            return TypedResults.Problem("The invitation has been accepted.", statusCode: StatusCodes.Status409Conflict);
        }

        invitation.Withdraw(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
