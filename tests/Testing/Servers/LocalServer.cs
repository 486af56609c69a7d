using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PfP.Testing.Servers;

/// <summary>A server process of this machine's binaries that cannot outlive this process: it ends when the pipe to it closes.</summary>
public sealed class LocalServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process process;

    private LocalServer(Process process) => this.process = process;

    /// <summary>Starts a script of this folder and waits until the server answers.</summary>
    internal static async Task<LocalServer> StartAsync(string script, string folder, object[] arguments, Func<Task<bool>> isUp, bool keep = false)
    {
        var start = new ProcessStartInfo("/bin/bash") { RedirectStandardInput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Servers", script));
        start.ArgumentList.Add(folder);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add($"{argument}");
        }

        if (keep)
        {
            start.Environment["KEEP"] = "1";
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("No bash.");
        var deadline = Stopwatch.StartNew();
        while (!await isUp())
        {
            if (process.HasExited || deadline.Elapsed > Patience)
            {
                process.Dispose();
                throw new InvalidOperationException($"{script} does not come up.");
            }

            await Task.Delay(100);
        }

        return new(process);
    }

    /// <summary>Kills the server and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    internal static string NewFolder(string name) => Directory.CreateTempSubdirectory($"pfp-test-{name}-").FullName;

    public static int FreePort(int below = 65536)
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            if (((IPEndPoint)listener.LocalEndpoint).Port is var port && port < below)
            {
                return port;
            }
        }
    }
}
