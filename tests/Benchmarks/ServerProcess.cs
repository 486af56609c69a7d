using System.Diagnostics;
using System.Globalization;
using PfP.Testing.Servers;

namespace PfP.Benchmarks;

/// <summary>A server under measurement, in a process of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process process;

    private ServerProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public TimeSpan ProcessorTime => process.TotalProcessorTime;

    public double MemoryMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    public static Uri FreeAddress() => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{LocalServer.FreePort()}"));

    /// <summary>One of our services, as in production unless <paramref name="settings"/> say otherwise.</summary>
    public static Task<ServerProcess> DotnetAsync(Uri address, string assembly, string[] arguments, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments, $"--urls={address}"]) { WorkingDirectory = Path.GetDirectoryName(assembly) };
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        return StartAsync(start, new(address, "/health/ready"));
    }

    public static Task<ServerProcess> NodeAsync(string script, string[] arguments, Uri ready)
    {
        var start = new ProcessStartInfo("node", [script, .. arguments]);
        start.Environment["NODE_ENV"] = "production";
        return StartAsync(start, ready);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    public static async Task<ServerProcess> StartAsync(ProcessStartInfo start, Uri ready)
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput) = (true, true);
        var process = Process.Start(start)!;
        process.BeginOutputReadLine(); // an unread pipe would stop it
        var server = new ServerProcess(process, new(ready, "/"));
        await server.WaitUntilAsync(ready);
        return server;
    }

    private async Task WaitUntilAsync(Uri ready)
    {
        using var client = new HttpClient();
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var response = await client.GetAsync(ready);
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            if (process.HasExited || patience.Elapsed > Patience)
            {
                throw new InvalidOperationException($"{process.StartInfo.ArgumentList[0]} did not start.");
            }

            await Task.Delay(100);
        }
    }
}
