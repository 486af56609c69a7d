using PfP.Catalogue.Data;
using PfP.Catalogue.Submissions;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;
using PfP.Vocabularies;

namespace PfP.Catalogue.Confirmations;

/// <summary>The secretariat asks an office to confirm a text. Asking is a move: whoever asks twice about one version asks once.</summary>
internal static class AskConfirmation
{
    public static async Task<ChangeResult> HandleAsync(
        Guid id, ConfirmationRequest request, IfMatch match, Contributor contributor, SubmissionTurn turn, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        if (Check(request) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        var (submission, obstacle) = await turn.TakeAsync(Turn.Ask, id, match, contributor, cancellationToken);
        if (submission is null)
        {
            return obstacle!;
        }

        if (SubmissionContent.WrongIn(submission) is { Count: > 0 } wrong)
        {
            return Breach.Answer(wrong);
        }

        if (await db.MayBePublicAsync(submission, cancellationToken))
        {
            return TypedResults.Problem("The text is confirmed as it stands.", statusCode: StatusCodes.Status409Conflict);
        }

        submission.Ask();
        var confirmation = Confirmation.Of(submission, request.Email!.Trim(), request.Language!, turn.Now);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Confirmations.Add(confirmation);
        db.Record(submission, contributor, "confirmation asked", turn.Now);
        await db.SaveChangesAsync(cancellationToken);
        await db.PlanMailAsync<ConfirmationAsked>(confirmation.Id, submission.Id, cancellationToken: cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return await turn.AnswerAsync(submission, cancellationToken);
    }

    private static IReadOnlyList<Breach> Check(ConfirmationRequest request) =>
    [
        .. Addresses.IsValid(request.Email?.Trim()) ? Array.Empty<Breach>() : [new Breach("email", "It is no e-mail address.")],
        .. Vocabulary.Languages.Find(request.Language) is not null
            ? Array.Empty<Breach>() : [new Breach("language", $"It is one of {string.Join(", ", Vocabulary.Languages.Select(language => language.Value))}.")],
    ];
}
