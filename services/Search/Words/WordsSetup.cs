using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace PfP.Search.Words;

public sealed class WordsOptions
{
    /// <summary>The folder with the FreeDict dictionaries; search works without them.</summary>
    public string DictionariesPath { get; set; } = InstalledWords.Folder;
}

internal static class WordsSetup
{
    public static void AddInstalledWords(this IServiceCollection services)
    {
        services.AddOptions<WordsOptions>().BindConfiguration("Search:Words");
        services.AddHostedService<ReadWords>();
        services.AddHealthChecks().AddCheck<WordsHealth>("words", tags: ["ready"]);
    }
}

/// <summary>Reads the dictionaries beside everything else: nothing waits for them.</summary>
internal sealed class ReadWords(IOptions<WordsOptions> options) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => InstalledWords.Load(options.Value.DictionariesPath), stoppingToken);
}

/// <summary>Always healthy; tells an operator which words search is without.</summary>
internal sealed class WordsHealth : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var dictionaries = InstalledWords.Meanings.Dictionaries;
        return Task.FromResult(HealthCheckResult.Healthy(
            dictionaries.Missing.Count > 0 ? $"Queries are translated without {string.Join(", ", dictionaries.Missing)}."
            : dictionaries.Count == 0 ? "The dictionaries are being read."
            : null));
    }
}
