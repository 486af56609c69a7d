using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using PfP.Identity.Accounts.SecurityLog;
using PfP.Identity.Data;
using PfP.Identity.Members.Decisions;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Registrations;

internal static class ApproveRegistration
{
    /// <param name="Role">member, focal_point; moderator and administrator by administrators only.</param>
    /// <param name="Entity">Whom they act for; what follows from the registration where it is left out.</param>
    public sealed record Request(string? Role, string? Entity);

    public static async Task<Results<NoContent, NotFound, ValidationProblem, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, IfMatch match, Decision decision, IdentityDbContext db, IOptions<MembersOptions> options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var proposed = request.Entity ?? (await db.Members.FindAsync([id], cancellationToken))?.Affiliation.Entity;
        var problems = RoleRules.Problems(request.Role, proposed, decision.Decider);
        if (problems.Count > 0)
        {
            return TypedResults.ValidationProblem(problems);
        }

        var now = clock.GetUtcNow();
        return await decision.MakeAsync(id, match, SecurityActions.Approved, Approve, signInAgain: true, cancellationToken);

        bool Approve(Member member)
        {
            var approved = member.Approve(request.Role!, proposed, options.Value.RenewalAfter(now), decision.By, now);
            if (approved)
            {
                db.PublishApproved(member);
            }

            return approved;
        }
    }
}
