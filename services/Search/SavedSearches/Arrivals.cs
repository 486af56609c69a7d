using Microsoft.EntityFrameworkCore;
using PfP.Search.Data;

namespace PfP.Search.SavedSearches;

/// <summary>
/// In which order documents came into the index for the first time. Whoever enters one holds a shared lock until its transaction ends;
/// whoever asks for the latest waits for those, so that nothing with a lower number appears after it was asked.
/// </summary>
internal static class Arrivals
{
    public const long Lock = 0x5066502d41727276; // "PfP-Arrv"

    /// <summary>Documents that the index has now; those that it had before keep their number.</summary>
    public static Task<int> EnterArrivalsAsync(this SearchDbContext db, Guid[] documents, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        with held as materialized (select pg_advisory_xact_lock_shared({Lock}))
        insert into arrivals (id) select document from held, unnest({documents}) as document on conflict (id) do nothing
        """, cancellationToken);

    /// <summary>Documents that are older than any search.</summary>
    public static Task<int> EnterArchiveAsync(this SearchDbContext db, Guid[] documents, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"insert into arrivals (id, sequence) select document, 0 from unnest({documents}) as document on conflict (id) do nothing", cancellationToken);

    public static Task<bool> HasArchiveAsync(this SearchDbContext db, string producer, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<bool>($"select exists (select from archives where producer = {producer}) as \"Value\"").SingleAsync(cancellationToken);

    public static Task<int> MarkArchiveAsync(this SearchDbContext db, string producer, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"insert into archives (producer) values ({producer}) on conflict do nothing", cancellationToken);

    /// <summary>Whether something has arrived after what a saved search was last run over.</summary>
    public static Task<bool> IsAnythingNewAsync(this SearchDbContext db, CancellationToken cancellationToken) => db.Database
        .SqlQuery<bool>($"select exists (select from saved_searches where cursor < (select max(sequence) from arrivals)) as \"Value\"").SingleAsync(cancellationToken);

    /// <summary>Everything up to there has arrived for good. Within a transaction: nothing arrives, and no other asks, until it ends.</summary>
    public static async Task<long> LatestArrivalAsync(this SearchDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})", cancellationToken);
        return await db.Database.SqlQuery<long>($"select coalesce(max(sequence), 0) as \"Value\" from arrivals").SingleAsync(cancellationToken);
    }

    /// <summary>In order, those after one number up to another, as many as are told of at a time.</summary>
    public static Task<List<Arrival>> ArrivalsAsync(this SearchDbContext db, long after, long upTo, int most, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<Arrival>($"select id, sequence from arrivals where sequence > {after} and sequence <= {upTo} order by sequence limit {most}").ToListAsync(cancellationToken);
}

internal sealed record Arrival(Guid Id, long Sequence);
