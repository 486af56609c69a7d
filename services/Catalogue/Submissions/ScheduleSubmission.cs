using PfP.Catalogue.Confirmations;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Submissions;

/// <summary>The secretariat accepts it now, to be published on a later day; until then it may decide otherwise, and its owner may take it back.</summary>
internal static class ScheduleSubmission
{
    private const int LongestMonths = 12;

    public static async Task<ChangeResult> HandleAsync(
        Guid id, PublicationDay day, IfMatch match, Contributor contributor, SubmissionTurn turn, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(turn.Now.UtcDateTime);
        if (day.On is { } asked && (asked <= today || asked > today.AddMonths(LongestMonths)))
        {
            return Breach.Answer([new Breach("on", $"It is a day after today, within {LongestMonths} months.")]);
        }

        var (submission, obstacle) = await turn.TakeAsync(Turn.Decide, id, match, contributor, cancellationToken);
        if (submission is null)
        {
            return obstacle!;
        }

        if (SubmissionContent.WrongIn(submission) is { Count: > 0 } wrong)
        {
            return Breach.Answer(wrong);
        }

        if (day.On is not null && !await db.MayBePublicAsync(submission, cancellationToken))
        {
            return Refusals.NotConfirmed();
        }

        if (day.On is { } on)
        {
            submission.Schedule(on, contributor.Id, turn.Now);
        }
        else if (submission.PublishOn is null)
        {
            return await turn.AnswerAsync(submission, cancellationToken);
        }
        else
        {
            submission.Unschedule(turn.Now);
        }

        return await turn.DoneAsync(submission, contributor, day.On is null ? "unscheduled" : "scheduled", [], cancellationToken);
    }
}
