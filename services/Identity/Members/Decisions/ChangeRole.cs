using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Identity.Accounts.SecurityLog;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Decisions;

internal static class ChangeRole
{
    public sealed record Request(string? Role, string? Entity);

    /// <summary>All sessions end: a role that needs a second factor is only had by signing in with one.</summary>
    public static async Task<Results<NoContent, NotFound, ValidationProblem, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, IfMatch match, Decision decision, TimeProvider clock, CancellationToken cancellationToken)
    {
        var problems = RoleRules.Problems(request.Role, request.Entity, decision.Decider);
        return problems.Count > 0
            ? TypedResults.ValidationProblem(problems)
            : await decision.MakeAsync(
                id, match, SecurityActions.RoleChanged, member => member.ChangeRole(request.Role!, request.Entity, decision.By, clock.GetUtcNow()), signInAgain: true, cancellationToken);
    }
}
