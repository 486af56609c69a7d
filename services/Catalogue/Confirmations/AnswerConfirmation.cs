using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Submissions;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Confirmations;

/// <summary>Whoever has the link reads the text, and says once what they think of it.</summary>
internal static class AnswerConfirmation
{
    /// <param name="token">In the query, which no trace or log holds.</param>
    public static async Task<Results<Ok<ConfirmationText>, NotFound>> ReadAsync(string? token, CatalogueDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await db.ConfirmationAtAsync(token, now, cancellationToken) is not var (confirmation, submission))
        {
            return TypedResults.NotFound();
        }

        // Another text was not sent to whoever has this link.
        var form = confirmation.IsAbout(submission) ? submission.Form with { Contact = null } : null;
        return TypedResults.Ok(new ConfirmationText(submission.Owner, confirmation.StateAt(now, submission), form, confirmation.ExpiresAt) { Kind = submission.Kind });
    }

    public static async Task<Results<NoContent, NotFound, ValidationProblem, ProblemHttpResult>> HandleAsync(
        string? token, ConfirmationAnswer answer, CatalogueDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await db.ConfirmationAtAsync(token, now, cancellationToken) is not var (confirmation, submission))
        {
            return TypedResults.NotFound();
        }

        var comment = Typed.Given(answer.Comment);
        if (Check(answer.Answer, comment) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        return confirmation.StateAt(now, submission) switch
        {
            ConfirmationStates.Asked => await AnswerAsync(confirmation, submission, answer.Answer!, comment, db, now, cancellationToken),
            // Sent twice.
            var state when state == answer.Answer => TypedResults.NoContent(),
            _ => TypedResults.Problem("The text has changed, or was answered otherwise.", statusCode: StatusCodes.Status409Conflict),
        };
    }

    private static IReadOnlyList<Breach> Check(string? answer, string? comment) =>
    [
        .. answer is ConfirmationStates.Confirmed or ConfirmationStates.Changes
            ? Array.Empty<Breach>() : [new Breach("answer", $"It is {ConfirmationStates.Confirmed} or {ConfirmationStates.Changes}.")],
        .. comment is null && answer == ConfirmationStates.Changes ? [new Breach("comment", "Say what has to change.")] : Array.Empty<Breach>(),
        .. Typed.Text("comment", comment, ConfirmationAnswer.LongestComment),
    ];

    private static async Task<Results<NoContent, NotFound, ValidationProblem, ProblemHttpResult>> AnswerAsync(
        Confirmation confirmation, Submission submission, string answer, string? comment, CatalogueDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Of two answers at once the first counts. It is stored with the version of the text that was shown, whatever happens to that meanwhile.
        var stored = await db.Confirmations.Where(asked => asked.Id == confirmation.Id && asked.AnsweredAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(asked => asked.AnsweredAt, now).SetProperty(asked => asked.Answer, answer).SetProperty(asked => asked.Comment, comment), cancellationToken);
        if (stored == 1)
        {
            db.Audit.Add(new AuditRecord(now, $"confirmation:{confirmation.Id}", $"answered {answer}", "submission", submission.Id, submission.Version, []));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return TypedResults.NoContent();
    }
}
