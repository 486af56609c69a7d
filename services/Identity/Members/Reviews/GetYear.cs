using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Reviews;

/// <summary>For the secretariat's review. It reads what members write to each other as little as ever: nothing but numbers.</summary>
internal static class GetYear
{
    public static async Task<Results<Ok<MembersYear>, ValidationProblem>> HandleAsync(int year, IdentityDbContext db, CancellationToken cancellationToken)
    {
        if (!CalendarYear.Exists(year))
        {
            return Breach.Answer([new Breach("year", CalendarYear.Rule)]);
        }

        var asked = new CalendarYear(year);
        var introductions = db.Introductions.Where(introduction => introduction.AskedAt >= asked.Start && introduction.AskedAt < asked.End);
        return TypedResults.Ok(new MembersYear(
            year,
            await introductions.CountAsync(cancellationToken),
            await introductions.CountAsync(introduction => introduction.State == IntroductionAnswers.Accepted, cancellationToken),
            await db.Engagements.CountAsync(engagement => engagement.AskedAt >= asked.Start && engagement.AskedAt < asked.End, cancellationToken)));
    }
}
