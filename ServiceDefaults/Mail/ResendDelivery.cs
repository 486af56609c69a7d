using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace PfP.ServiceDefaults.Mail;

/// <summary>
/// Puts a mail that failed back among those that are due. It is composed anew, so that one whose reason no longer holds is dropped; its row, and
/// so its Message-ID, stay.
/// </summary>
internal sealed partial class ResendDelivery(NpgsqlDataSource database, TimeProvider clock, MailOccasions occasions, ILogger<ResendDelivery> logger)
{
    public static Task<Results<NoContent, NotFound, ProblemHttpResult>> HandleAsync(
        Guid id, Contributor actor, ResendDelivery resend, CancellationToken cancellationToken) => resend.ResendAsync(id, actor, cancellationToken);

    private async Task<Results<NoContent, NotFound, ProblemHttpResult>> ResendAsync(Guid id, Contributor actor, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not var (occasion, state, isPaused))
        {
            return TypedResults.NotFound();
        }

        if (Refusal(state) is { } refusal)
        {
            return TypedResults.Problem(refusal, statusCode: StatusCodes.Status409Conflict);
        }

        if (isPaused && !occasions.IsAskedFor(occasion))
        {
            return TypedResults.Problem("Nothing is sent to its address, which is paused: resume that first.", statusCode: StatusCodes.Status409Conflict);
        }

        await using var command = database.CreateCommand("""
            with again as (
                update deliveries set state = 'waiting', due_at = least(due_at, $2), attempts_before = attempts, next_attempt_at = now(),
                    last_error = null, refused_address = null, finished_at = null
                where id = $1 and state = 'failed' returning id)
            select pg_notify('deliveries', '') from again
            """);
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        // Nothing to tell of: somebody else was faster, with the same wish.
        if (await command.ExecuteScalarAsync(cancellationToken) is not null)
        {
            LogResent(occasion, id, actor.Actor);
        }

        return TypedResults.NoContent();
    }

    private static string? Refusal(string state) => state switch
    {
        "sent" => "It has been sent, and is not sent twice.",
        "waiting" => "It waits to be sent already.",
        "dropped" => "Its reason no longer held when it was due.",
        _ => null,
    };

    private async Task<(string Occasion, string State, bool IsPaused)?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select occasion, state, {PausedAddresses.OfDelivery} from deliveries where id = $1");
        command.Parameters.AddWithValue(id);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? (row.GetString(0), row.GetString(1), row.GetBoolean(2)) : null;
    }

    [LoggerMessage(LogLevel.Information, "Mail {Occasion} {Id} is sent again, as {Actor} asked")]
    private partial void LogResent(string occasion, Guid id, string actor);
}
