using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Identity.Accounts.SecurityLog;
using PfP.Identity.Accounts.Sessions;
using PfP.Identity.Data;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Members.Decisions;

/// <summary>What decisions about a member have in common: the version they were made on, the log, the answer.</summary>
internal sealed class Decision(IdentityDbContext db, SecurityLogger log, AccountSessions sessions, IHttpContextAccessor http)
{
    /// <summary>Who decides.</summary>
    public Guid By => http.HttpContext!.User.MemberId() ?? Guid.Empty;

    public ClaimsPrincipal Decider => http.HttpContext!.User;

    /// <param name="decide">False when the member's state does not allow it.</param>
    /// <param name="signInAgain">What the member may do changed so that no session of before may go on.</param>
    public async Task<Results<NoContent, NotFound, ValidationProblem, ProblemHttpResult>> MakeAsync(
        Guid id, IfMatch match, string action, Func<Member, bool> decide, bool signInAgain, CancellationToken cancellationToken)
    {
        var member = await db.Members.FirstOrDefaultAsync(member => member.Id == id && member.State != MemberState.Unconfirmed, cancellationToken);
        if (member is null)
        {
            return TypedResults.NotFound();
        }

        if (member.Version != match.Version)
        {
            return IfMatch.Outdated(member.Version);
        }

        if (!decide(member))
        {
            return TypedResults.Problem($"This cannot be done: the member is {MemberStates.Name(member.State)}.", statusCode: StatusCodes.Status409Conflict);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (member.State != MemberState.Refused)
        {
            db.PublishAppointed(member);
        }

        log.Add(member.Id, By, action, "state", "roles", "entity", "expires_at");
        await db.SaveChangesAsync(cancellationToken);
        if (signInAgain)
        {
            await sessions.EndAllAsync(member.Id, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        http.HttpContext!.Response.Headers.ETag = IfMatch.TagOf(member.Version);
        return TypedResults.NoContent();
    }
}
