using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Identity.Accounts.SecurityLog;
using PfP.Identity.Data;
using PfP.Identity.Members.Decisions;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Registrations;

internal static class RefuseRegistration
{
    private const int Longest = 1000;

    /// <param name="Reason">A sentence for the person who asked.</param>
    public sealed record Request(string? Reason);

    public static async Task<Results<NoContent, NotFound, ValidationProblem, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, IfMatch match, Decision decision, IdentityDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (request.Reason?.Trim() is not { Length: > 0 } reason || !PlainText.IsParagraphs(reason, Longest))
        {
            return Refusals.Invalid("reason", $"A reason of at most {Longest} characters is needed.");
        }

        return await decision.MakeAsync(id, match, SecurityActions.Refused, Refuse, signInAgain: false, cancellationToken);

        bool Refuse(Member member)
        {
            var refused = member.Refuse(reason, decision.By, clock.GetUtcNow());
            if (refused)
            {
                db.PublishRefused(member, reason);
            }

            return refused;
        }
    }
}
