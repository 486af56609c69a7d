using Microsoft.EntityFrameworkCore;
using Npgsql;
using PfP.Calls.Calls;
using PfP.Calls.Data;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Calls.Submissions;

/// <summary>The secretariat publishes it: its content, its events and the moments that are to come in one transaction.</summary>
internal static class PublishCall
{
    private const int Attempts = 3;

    public static async Task<ChangeResult> HandleAsync(Guid id, IfMatch match, Contributor contributor, CallTurn turn, CallsDbContext db, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await PublishAsync(id, match, contributor, turn, db, cancellationToken);
            }
            catch (DbUpdateException exception) when (attempt < Attempts && exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                // Another call took the address at the same moment: it is looked up anew.
                db.ChangeTracker.Clear();
            }
        }
    }

    private static async Task<ChangeResult> PublishAsync(Guid id, IfMatch match, Contributor contributor, CallTurn turn, CallsDbContext db, CancellationToken cancellationToken)
    {
        var (call, obstacle) = await turn.TakeAsync(Turn.Decide, id, match, contributor, cancellationToken);
        if (call is null)
        {
            return obstacle!;
        }

        var template = new CallTemplate(call.Form);
        if (template.Wrong(turn.Now) is { Count: > 0 } wrong)
        {
            return Breach.Answer(wrong);
        }

        var content = template.Build(turn.Now);
        var slug = await CallAddress.FreeSlugAsync(db, content.Texts[content.Language].Title, call.Id, cancellationToken);
        call.Publish(slug, content, turn.Now);
        return await turn.DoneAsync(call, contributor, "published", [], cancellationToken);
    }
}
