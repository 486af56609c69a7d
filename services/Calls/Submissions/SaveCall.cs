using Microsoft.EntityFrameworkCore;
using PfP.Calls.Data;
using PfP.Calls.Files;
using PfP.Contracts.Calls.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Calls.Submissions;

/// <summary>Keeps what was typed, however wrong or incomplete.</summary>
internal static class SaveCall
{
    /// <summary>A form is saved every few seconds while somebody writes; one record tells of all that they did meanwhile.</summary>
    private static readonly TimeSpan OneRecordFor = TimeSpan.FromMinutes(10);

    public static async Task<ChangeResult> HandleAsync(
        Guid id, CallForm form, IfMatch match, Contributor contributor, CallTurn turn, CallsDbContext db, CancellationToken cancellationToken)
    {
        if (CallLimits.Check(form) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        var (call, obstacle) = await turn.TakeAsync(Turn.Write, id, match, contributor, cancellationToken);
        if (call is null)
        {
            return obstacle!;
        }

        if (await db.FilesAsync(call, form, cancellationToken) is not { } files)
        {
            return Breach.Answer([new Breach(FileUpload.Field, "A file is not one that was sent to this call.")]);
        }

        form = form with { Files = files };
        if (StoredJson.Changes(call.Form, form) is not { Length: > 0 } fields)
        {
            return turn.Answer(call);
        }

        call.Write(form, turn.Now);
        if (!await IsRecordedAsync(db, id, contributor, fields, turn.Now, cancellationToken))
        {
            return await turn.DoneAsync(call, contributor, "updated", fields, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return turn.Answer(call);
    }

    private static Task<bool> IsRecordedAsync(CallsDbContext db, Guid id, Contributor contributor, string[] fields, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - OneRecordFor;
        return db.Audit.AnyAsync(
            record => record.SubjectId == id && record.Actor == contributor.Actor && record.Action == "updated" && record.At > since && fields.All(field => record.Fields.Contains(field)),
            cancellationToken);
    }
}
