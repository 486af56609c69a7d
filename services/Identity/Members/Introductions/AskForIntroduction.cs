using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PfP.Contracts.Identity;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Introductions;

internal static class AskForIntroduction
{
    private const int Longest = 2000;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static async Task<Results<Created<IntroductionResponse>, ValidationProblem, NotFound, ProblemHttpResult>> HandleAsync(
        IntroductionRequest request, IdempotencyKey key, Reader reader, IdentityDbContext db, IOptions<MembersOptions> options, TimeProvider clock, HttpResponse response,
        CancellationToken cancellationToken)
    {
        if (Problem(request, reader) is { } problem)
        {
            return problem;
        }

        var (to, message, now) = (request.To!.Value, request.Message!.Trim(), clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeTurnAsync(cancellationToken, reader.Id, to);
        var introduction = key.Value is null ? null : await db.Introductions.FirstOrDefaultAsync(
            made => made.FromId == reader.Id && made.IdempotencyKey == key.Value, cancellationToken);
        if (introduction is null)
        {
            if (!await db.Members.FoundBy(reader, now).AnyAsync(member => member.Id == to, cancellationToken))
            {
                return TypedResults.NotFound();
            }

            if (await ObstacleAsync(to, reader, db, options.Value, now, response, cancellationToken) is { } obstacle)
            {
                return obstacle;
            }

            introduction = Introduction.Ask(reader.Id, to, message, key.Value, now);
            db.Introductions.Add(introduction);
            db.Publish(new IntroductionRequested(introduction.Id, introduction.Version, reader.Id, to));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        response.Headers.ETag = IfMatch.TagOf(introduction.Version);
        return TypedResults.Created($"/api/members/introductions/{introduction.Id}", await db.ViewAsync(introduction, reader, cancellationToken));
    }

    private static ValidationProblem? Problem(IntroductionRequest request, Reader reader) =>
        request.To is null || request.To == reader.Id ? Refusals.Invalid("to", "Name another member.")
        : request.Message?.Trim() is not { Length: > 0 } message || !PlainText.IsParagraphs(message, Longest)
            ? Refusals.Invalid("message", $"A message of at most {Longest} characters is needed.")
            : null;

    private static async Task<ProblemHttpResult?> ObstacleAsync(
        Guid to, Reader reader, IdentityDbContext db, MembersOptions options, DateTimeOffset now, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!await db.MayWriteAsync(reader, now, cancellationToken))
        {
            return Refusals.NoMember();
        }

        if (await db.Introductions.Between(reader.Id, to).FirstOrDefaultAsync(introduction => introduction.State == Introduction.Open, cancellationToken) is { } open)
        {
            return Refusals.Conflict("There is an introduction between you already that waits for an answer.", open.Id);
        }

        // Those of the last day are the count; withdrawing one gives none back.
        var asked = await db.Introductions.Where(introduction => introduction.FromId == reader.Id && introduction.AskedAt > now - Day)
            .OrderByDescending(introduction => introduction.AskedAt).Select(introduction => introduction.AskedAt).Take(options.IntroductionsPerDay).ToListAsync(cancellationToken);
        return asked.Count < options.IntroductionsPerDay ? null
            : Refusals.TooMany(response, asked[^1] + Day - now, $"You can ask for {options.IntroductionsPerDay} introductions a day.");
    }
}
