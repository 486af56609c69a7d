using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Countries;

/// <summary>Deletes documents that no Migration Profile names: never named, replaced, or withdrawn with their profile.</summary>
internal sealed class ForgetProfileFiles(IServiceScopeFactory scopes, DatabaseState state, TimeProvider clock, ILogger<ForgetProfileFiles> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    public async Task ForgetAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDbContext>();
        var until = now - ProfileFile.ToBeNamed;
        await db.ProfileFiles.Where(file => file.AddedAt <= until && !db.MigrationProfiles.Any(profile => profile.FileId == file.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        state.RepeatAsync(cancellationToken => ForgetAsync(clock.GetUtcNow(), cancellationToken), Every, clock, logger, stoppingToken);
}
