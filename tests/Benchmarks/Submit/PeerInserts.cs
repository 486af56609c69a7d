using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using PfP.Testing.Servers;

namespace PfP.Benchmarks.Submit;

/// <summary>pgbench: one small row per transaction, prepared once, as fast as this PostgreSQL takes them.</summary>
internal sealed partial class PeerInserts
{
    private const string Insert = "insert into peer (id, at, what) values (gen_random_uuid(), current_timestamp, 'submitted');";

    private readonly ProcessStartInfo start;

    private PeerInserts(ProcessStartInfo start) => this.start = start;

    public static async Task<PeerInserts> CreateAsync(TestPostgres postgres, SubmitComparisonOptions options)
    {
        var database = new NpgsqlConnectionStringBuilder(await postgres.CreateDatabaseAsync());
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("create table peer (id uuid primary key, at timestamptz not null, what text not null)");
        await command.ExecuteNonQueryAsync();
        return new(new ProcessStartInfo(
            Program,
            [
                "--no-vacuum", "--file=-", "--protocol=prepared", $"--client={options.Clients}", $"--time={options.Seconds}",
                $"--host={database.Host}", string.Create(CultureInfo.InvariantCulture, $"--port={database.Port}"), $"--username={database.Username}", database.Database!,
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        });
    }

    /// <returns>Transactions per second, without the time to connect.</returns>
    public async Task<double> RunAsync()
    {
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(Insert);
        process.StandardInput.Close();
        var report = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 && Rate().Match(report) is { Success: true } rate
            ? double.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"pgbench ended with {process.ExitCode}: {report}");
    }

    // It comes with the server.
    private static string Program => Directory.EnumerateDirectories("/usr/lib/postgresql")
        .OrderByDescending(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture))
        .Select(folder => Path.Combine(folder, "bin", "pgbench"))
        .First(File.Exists);

    [GeneratedRegex(@"^tps = ([0-9.]+)", RegexOptions.Multiline)]
    private static partial Regex Rate();
}
