using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Identity.Data;
using PfP.Identity.Members.Invitations;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Decisions;

internal static class AppointSuccessor
{
    public sealed record Request(string? Name, string? Email, string? Language);

    public static async Task<Results<Created, NotFound, ValidationProblem, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, IfMatch match, Inviting inviting, Decision decision, IdentityDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var member = await db.Members.AsNoTracking().FirstOrDefaultAsync(member => member.Id == id && member.State == MemberState.Approved, cancellationToken);
        if (member is null)
        {
            return TypedResults.NotFound();
        }

        if (member.Version != match.Version)
        {
            return IfMatch.Outdated(member.Version);
        }

        if (RoleRules.Problems(member.Roles[0], member.Entity, decision.Decider) is { Count: > 0 } problems)
        {
            return TypedResults.ValidationProblem(problems);
        }

        var row = new InvitationRow(request.Name, request.Email, member.Affiliation.Country, member.Affiliation.Organisation, null, request.Language);
        if ((RowRules.Problem(row, null) ?? await inviting.TakenAsync(request.Email!, cancellationToken)) is { } problem)
        {
            return Refusals.Invalid(problem.Code is "name" ? "name" : "email", problem.Text);
        }

        var invitation = await inviting.InviteAsync(
            new()
            {
                Name = request.Name!.Trim(),
                Email = Addresses.Normal(request.Email!),
                Language = request.Language ?? "en",
                Affiliation = member.Affiliation with { Position = null },
                Role = member.Roles[0],
                Entity = member.Entity,
                Succeeds = member.Id,
                InvitedBy = decision.By,
                InvitedAt = clock.GetUtcNow(),
            },
            cancellationToken);
        return TypedResults.Created($"/api/members/invitations/{invitation.Id}");
    }
}
