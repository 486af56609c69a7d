using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Tests.Hosting;
using PfP.Testing;

namespace PfP.Catalogue.Tests.Import;

/// <summary>The command as an operator runs it, in a process of its own beside the running catalogue.</summary>
public sealed class ImportCommandTests(CatalogueHost host) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("pfp-import-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Command_WithABadRow_ReportsEachRow_AndEndsWith1()
    {
        var (code, output, errors) = await RunAsync(await FileAsync("rows.csv", "kind,key,title,countries,startYear\npractice,command-1,First,MD|lead;CH,2001\npractice,command-2,Second,,soon\n"));

        Assert.Equal(1, code);
        Assert.Matches(@"row 1 +imported +command-1 /practices/first\n", output);
        Assert.Matches(@"row 2 +rejected +command-2: startYear: the value cannot be read\.\n", output);
        Assert.EndsWith("rows.csv: 1 imported, 0 updated, 0 withdrawn, 0 unchanged, 1 rejected.\n", output, StringComparison.Ordinal);
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData("bad.json", "[\n {\"kind\":\"practice\"},\n {\"kind\": oops}\n]", "bad.json, line 3: not valid JSON.")]
    [InlineData("object.json", "{}", "object.json: expected an array of rows")]
    [InlineData("bad.csv", "kind,key,title\npractice,a,\"unclosed\n", "bad.csv, line 2: not valid CSV.")]
    [InlineData("rows.xml", "<rows/>", "'.xml' is neither .json nor .csv.")]
    [InlineData("missing.json", null, "missing.json cannot be read")]
    public async Task Command_WithAFileItCannotRead_SaysWhere_AndEndsWith2(string name, string? text, string message)
    {
        var path = text is null ? Path.Combine(folder, name) : await FileAsync(name, text);

        var (code, _, errors) = await RunAsync(path);

        Assert.Equal(2, code);
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_KilledHalfway_GoesOnWhereItStopped_WithoutDoubles()
    {
        var rows = Enumerable.Range(0, 600).Select(number => new { kind = "practice", key = $"killed-{number:000}", title = $"Killed practice {number}" });
        var path = await FileAsync("many.json", JsonSerializer.Serialize(rows));
        using (var first = Start(path))
        {
            await Eventually.TrueAsync(async () => await CountAsync() >= 100, "some rows are in", TimeSpan.FromMinutes(2));
            first.Kill(entireProcessTree: true);
            await first.WaitForExitAsync(Cancellation);
        }

        var reached = await CountAsync();
        Assert.InRange(reached, 100, 599);
        var (code, output, _) = await RunAsync(path);

        Assert.Equal(0, code);
        Assert.EndsWith($"many.json: {600 - reached} imported, 0 updated, 0 withdrawn, {reached} unchanged, 0 rejected.\n", output, StringComparison.Ordinal);
        Assert.Equal(600, await CountAsync());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task<int> CountAsync() =>
        host.InDatabaseAsync(db => db.Entries.CountAsync(entry => EF.Functions.Like(entry.Slug!, "killed-practice-%") && entry.Version == 1, Cancellation));

    private async Task<string> FileAsync(string name, string text)
    {
        var path = Path.Combine(folder, name);
        await File.WriteAllTextAsync(path, text, Cancellation);
        return path;
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(string path)
    {
        using var process = Start(path);
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var errors = process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, await output, await errors);
    }

    private Process Start(string path)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "import", path]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ConnectionStrings__catalogue"] = host.DatabaseConnectionString;
        start.Environment["ConnectionStrings__messaging"] = host.MessagingAddress;
        return Process.Start(start)!;
    }
}
