using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Files;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Submissions;

/// <summary>Keeps what was typed, however wrong or incomplete.</summary>
internal static class SaveSubmission
{
    /// <summary>A form is saved every few seconds while somebody writes; one record tells of all that they did meanwhile.</summary>
    private static readonly TimeSpan OneRecordFor = TimeSpan.FromMinutes(10);

    public static async Task<ChangeResult> HandleAsync(
        Guid id, SubmissionForm form, IfMatch match, Contributor contributor, SubmissionTurn turn, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        if (SubmissionLimits.Check(form) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        var (submission, obstacle) = await turn.TakeAsync(Turn.Write, id, match, contributor, cancellationToken);
        if (submission is null)
        {
            return obstacle!;
        }

        (form, var unknown) = await db.WithFilesAsync(submission, form, cancellationToken);
        if (unknown.Count > 0)
        {
            return Breach.Answer(unknown);
        }

        if (StoredJson.Changes(submission.Form, form) is not { Length: > 0 } fields)
        {
            return await turn.AnswerAsync(submission, cancellationToken);
        }

        submission.Write(form, turn.Now);
        if (!await IsRecordedAsync(db, id, contributor, fields, turn.Now, cancellationToken))
        {
            return await turn.DoneAsync(submission, contributor, "updated", fields, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return await turn.AnswerAsync(submission, cancellationToken);
    }

    private static Task<bool> IsRecordedAsync(CatalogueDbContext db, Guid id, Contributor contributor, string[] fields, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - OneRecordFor;
        return db.Audit.AnyAsync(
            record => record.SubjectId == id && record.Actor == contributor.Actor && record.Action == "updated" && record.At > since && fields.All(field => record.Fields.Contains(field)),
            cancellationToken);
    }
}
