using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using PfP.Identity.Accounts.SecurityLog;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Decisions;

internal static class RenewMembership
{
    public static Task<Results<NoContent, NotFound, ValidationProblem, ProblemHttpResult>> HandleAsync(
        Guid id, IfMatch match, Decision decision, IOptions<MembersOptions> options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return decision.MakeAsync(
            id, match, SecurityActions.Renewed, member => member.Renew(options.Value.RenewalAfter(now), decision.By, now), signInAgain: false, cancellationToken);
    }
}
