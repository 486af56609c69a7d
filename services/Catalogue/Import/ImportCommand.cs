using Microsoft.Extensions.Logging.Console;
using Npgsql;

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
            // The host brings configuration, telemetry and migrations; the address it listens on is of no use to anybody.
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.AddFilter<ConsoleLoggerProvider>(null, LogLevel.Warning);
            await using var app = builder.Build();
            await app.StartAsync();
            var code = await ImportAsync(app.Services, file, app.Lifetime.ApplicationStopping);
            await app.StopAsync();
            return code;
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
        await services.GetRequiredService<SeedImport>().WaitAsync(cancellationToken);
        await using var turn = await ImportTurn.TakeAsync(services.GetRequiredService<NpgsqlDataSource>(), cancellationToken);
        var progress = new ImportProgress(file.Rows.Count, Console.Out, Console.Error, isTerminal: !Console.IsErrorRedirected);
        var run = await services.GetRequiredService<Importer>().RunAsync(file, progress.Show, cancellationToken);
        progress.Finish(run);
        return run.Rejected > 0 ? RowsRejected : 0;
    }
}
