using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using PfP.Catalogue.Data;
using PfP.Catalogue.Groups;
using PfP.Catalogue.Organisations;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Import;

/// <summary>At the first start, fills the catalogue with GFMD's archive; a start that was interrupted in it goes on where it stopped.</summary>
internal sealed class SeedImport(IServiceScopeFactory scopes, NpgsqlDataSource store, DatabaseState database, Importer importer, FirstGroups groups, ILogger<SeedImport> logger)
    : BackgroundService, IHealthCheck
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);
    private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(finished.Task.IsCompletedSuccessfully ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The archive has not been imported yet."));

    /// <summary>Does nothing once the archive is in.</summary>
    public async Task ImportAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDbContext>();
        await using var turn = await ImportTurn.TakeAsync(store, cancellationToken);
        var works = SeedRecords.Works();
        if (await db.ImportRuns.AnyAsync(run => run.FileHash == works.Hash && run.FinishedAt != null, cancellationToken))
        {
            return;
        }

        await AddRegistersAsync(db, cancellationToken);
        await importer.RunAsync(works, _ => { }, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.DoOnceAsync(ImportAsync, RetryAfter, logger, stoppingToken);
        await database.DoOnceAsync(groups.TellAsync, RetryAfter, logger, stoppingToken);
        finished.SetResult();
    }

    private static async Task AddRegistersAsync(CatalogueDbContext db, CancellationToken cancellationToken)
    {
        var organisations = SeedRecords.Organisations();
        var register = new OrganisationRegister(db);
        await register.LoadAsync(organisations.Select(organisation => organisation.Name), [], cancellationToken);
        foreach (var organisation in organisations)
        {
            register.Enter(organisation.Name, organisation.Acronym, organisation.Type, organisation.Aliases ?? []);
        }

        register.Keep();
        var known = await db.Summits.Select(summit => summit.Number).ToListAsync(cancellationToken);
        db.Summits.AddRange(SeedRecords.Summits().Where(summit => !known.Contains(summit.Number)));
        await db.SaveChangesAsync(cancellationToken);
    }
}
