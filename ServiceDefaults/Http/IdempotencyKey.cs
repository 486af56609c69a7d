using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PfP.ServiceDefaults;

/// <summary>
/// The header Idempotency-Key of a creating POST, as a parameter of its handler. The created row keeps it in a column of its own, unique
/// together with whoever created it, so that a repeated request finds the row instead of making a second one.
/// </summary>
/// <param name="Value">Up to 128 visible ASCII characters; null where the client sent none.</param>
public readonly record struct IdempotencyKey(string? Value)
{
    private const string Header = "Idempotency-Key";
    private const int Longest = 128;

    /// <summary>Refuses a key that no row could keep with a 400 that names the header.</summary>
    public static ValueTask<IdempotencyKey> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Request.Headers[Header] switch
        {
            [] => new(new IdempotencyKey(null)),
            [{ Length: > 0 and <= Longest } key] when key.All(character => character is > ' ' and <= '~') => new(new IdempotencyKey(key)),
            _ => throw new BadHttpRequestException($"{Header} must be one value of 1 to {Longest} visible ASCII characters."),
        };
    }
}

/// <summary>Two requests with the same key at the same moment.</summary>
public static class IdempotentCreation
{
    /// <summary>
    /// Saves what was added. False where another request with the same key was faster, which the unique index <paramref name="constraint"/>
    /// tells: then nothing was saved, and the row to answer with is there.
    /// </summary>
    public static async Task<bool> TryCreateAsync(this ServiceDbContext db, string constraint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception)
            when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } violation && violation.ConstraintName == constraint)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
