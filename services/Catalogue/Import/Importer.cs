using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PfP.Catalogue.Data;

namespace PfP.Catalogue.Import;

/// <summary>
/// Applies the rows of a file a few at a time: each batch is one transaction with its events. A batch that the database refuses is
/// applied again row by row, so that only the row at fault is rejected. Killed at any point, the same file simply runs again.
/// </summary>
internal sealed partial class Importer(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Importer> logger)
{
    public const string ActivitySourceName = "PfP.Catalogue.Import";

    private const int BatchSize = 50;

    /// <summary>How long a database that went away is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly ActivitySource Source = new(ActivitySourceName);

    public async Task<ImportRun> RunAsync(InputFile file, Action<IReadOnlyList<RowReport>> onBatch, CancellationToken cancellationToken)
    {
        using var activity = Source.StartActivity("import file");
        activity?.SetTag("pfp.import.file", file.Name).SetTag("pfp.import.rows", file.Rows.Count);
        var run = new ImportRun { File = file.Name, FileHash = file.Hash, StartedAt = clock.GetUtcNow() };
        await SaveAsync(run, isNew: true, cancellationToken);
        foreach (var rows in file.Rows.Chunk(BatchSize))
        {
            var reports = await ApplyAsync(rows, file.Hash, cancellationToken);
            Count(run, reports);
            onBatch(reports);
        }

        run.FinishedAt = clock.GetUtcNow();
        await SaveAsync(run, isNew: false, cancellationToken);
        LogFinished(file.Name, run.Imported, run.Updated, run.Withdrawn, run.Unchanged, run.Rejected);
        return run;
    }

    private async Task<IReadOnlyList<RowReport>> ApplyAsync(InputRow[] rows, string fileHash, CancellationToken cancellationToken)
    {
        try
        {
            return await PatientlyAsync(() => TryApplyAsync(rows, fileHash, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException exception)
        {
            if (rows.Length == 1)
            {
                var why = exception is DbUpdateConcurrencyException ? "The entry was changed at the same time; import the row again." : exception.GetBaseException().Message;
                return [new RowReport(rows[0].Number, rows[0].Key, RowOutcome.Rejected, null, why)];
            }
        }

        var reports = new List<RowReport>();
        foreach (var row in rows)
        {
            reports.AddRange(await ApplyAsync([row], fileHash, cancellationToken));
        }

        return reports;
    }

    private async Task<IReadOnlyList<RowReport>> TryApplyAsync(InputRow[] rows, string fileHash, CancellationToken cancellationToken)
    {
        using var activity = Source.StartActivity("import rows");
        activity?.SetTag("pfp.import.first", rows[0].Number).SetTag("pfp.import.last", rows[^1].Number);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDbContext>();
        var application = scope.ServiceProvider.GetRequiredService<RowApplication>();
        var batch = await ImportBatch.LoadAsync(db, rows, cancellationToken);
        var reports = new List<RowReport>();
        foreach (var row in rows)
        {
            reports.Add(await application.ApplyAsync(row, batch, fileHash, cancellationToken));
        }

        await db.SaveChangesAsync(cancellationToken);
        return reports;
    }

    /// <summary>A row whose commit was cut off is found applied or not when the batch is read again.</summary>
    private async Task<T> PatientlyAsync<T>(Func<Task<T>> action, CancellationToken cancellationToken)
    {
        var since = Stopwatch.StartNew();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await action();
            }
            catch (Exception exception) when (IsAway(exception) && since.Elapsed < Patience)
            {
                LogWaiting(exception.GetBaseException().Message);
                await Task.Delay(TimeSpan.FromSeconds(Math.Min(attempt, 5)), cancellationToken);
            }
        }
    }

    private static bool IsAway(Exception exception) => exception switch
    {
        // 57P01 and its kin: the server is going down or coming up.
        PostgresException refused => refused.IsTransient || refused.SqlState.StartsWith("57P", StringComparison.Ordinal),
        NpgsqlException => true,
        _ => exception.InnerException is { } inner && IsAway(inner),
    };

    private static void Count(ImportRun run, IReadOnlyList<RowReport> reports)
    {
        run.Imported += reports.Count(report => report.Outcome == RowOutcome.Imported);
        run.Updated += reports.Count(report => report.Outcome == RowOutcome.Updated);
        run.Unchanged += reports.Count(report => report.Outcome == RowOutcome.Unchanged);
        run.Withdrawn += reports.Count(report => report.Outcome == RowOutcome.Withdrawn);
        run.Rejected += reports.Count(report => report.Outcome == RowOutcome.Rejected);
    }

    private Task<int> SaveAsync(ImportRun run, bool isNew, CancellationToken cancellationToken) => PatientlyAsync(
        async () =>
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CatalogueDbContext>();
            db.Entry(run).State = isNew ? EntityState.Added : EntityState.Modified;
            return await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);

    [LoggerMessage(LogLevel.Information, "Imported {File}: {Imported} imported, {Updated} updated, {Withdrawn} withdrawn, {Unchanged} unchanged, {Rejected} rejected")]
    private partial void LogFinished(string file, int imported, int updated, int withdrawn, int unchanged, int rejected);

    [LoggerMessage(LogLevel.Warning, "The database is away ({Reason}); waiting for it")]
    private partial void LogWaiting(string reason);
}
