using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Contracts.Mail;
using PfP.Notifications.Data;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Mail;

namespace PfP.Notifications.Bounces;

/// <summary>The secretariat has heard that an address works again, and all services send there.</summary>
internal static partial class ResumeAddress
{
    private const int Digits = 64;

    public static async Task<Results<NoContent, NotFound>> HandleAsync(
        string hash, Contributor actor, NotificationsDbContext db, TimeProvider clock, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        if (hash.Length != Digits || !hash.All(char.IsAsciiHexDigitLower))
        {
            return TypedResults.NotFound();
        }

        var resumed = new AddressResumed(hash, clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.ResumeAsync(resumed, cancellationToken))
        {
            return TypedResults.NotFound();
        }

        db.Publish(resumed);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        LogResumed(logs.CreateLogger(typeof(ResumeAddress)), hash, actor.Actor);
        return TypedResults.NoContent();
    }

    [LoggerMessage(LogLevel.Information, "The address {Hash} gets mail again, as {Actor} asked")]
    private static partial void LogResumed(ILogger logger, string hash, string actor);
}
