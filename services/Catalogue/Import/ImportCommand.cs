using Microsoft.Extensions.Logging.Console;
using Npgsql;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Import;

/// <summary>The operator's <c>import FILE</c>: writes to the catalogue's database; the running catalogue publishes the events.</summary>
internal static class ImportCommand
{
    private const int RowsRejected = 1;
    private const int NotRun = 2;
    private const int Interrupted = 130;

    public static bool IsAsked(string[] args) => args is ["import", ..];

    public static async Task<int> RunAsync(WebApplicationBuilder builder, string[] args)
    {
        if (args is not [_, var path])
        {
            await Console.Error.WriteLineAsync("Usage: import FILE (.json or .csv; columns: services/Catalogue/README.md)");
            return NotRun;
        }

        try
        {
            var file = ImportFiles.Read(path);
            builder.Logging.AddFilter<ConsoleLoggerProvider>(null, LogLevel.Warning);
            return await builder.Build().RunCommandAsync("import", (services, cancellationToken) => ImportAsync(services, file, cancellationToken));
        }
        catch (UnreadableFileException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return NotRun;
        }
        catch (NpgsqlException exception)
        {
            await Console.Error.WriteLineAsync($"The catalogue's database does not answer ({exception.Message}). Run the same file again to go on where it stopped.");
            return NotRun;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Interrupted. Run the same file again to go on where it stopped.");
            return Interrupted;
        }
    }

    private static async Task<int> ImportAsync(IServiceProvider services, InputFile file, CancellationToken cancellationToken)
    {
        // Rows may refer to the archive's entries, summits and organisations.
        await services.GetRequiredService<SeedImport>().ImportAsync(cancellationToken);
        await using var turn = await ImportTurn.TakeAsync(services.GetRequiredService<NpgsqlDataSource>(), cancellationToken);
        var progress = new ImportProgress(file.Rows.Count, Console.Out, Console.Error, isTerminal: !Console.IsErrorRedirected);
        var run = await services.GetRequiredService<Importer>().RunAsync(file, progress.Show, cancellationToken);
        progress.Finish(run);
        return run.Rejected > 0 ? RowsRejected : 0;
    }
}
