using System.Diagnostics;
using System.Net.Sockets;
using PfP.Search.Indexing;
using PfP.Testing;

namespace PfP.Search.Tests.Hosting;

/// <summary>The service as a process of its own, to be killed in the middle of its work.</summary>
internal sealed class SearchProcess : IDisposable
{
    private readonly Process process;

    private SearchProcess(Process process) => this.process = process;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SearchProcess> StartAsync(string database, string messaging, string indexPath)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [typeof(SearchOptions).Assembly.Location, $"--urls={address}"])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["ConnectionStrings__search"] = database,
                ["ConnectionStrings__messaging"] = messaging,
                ["Search__IndexPath"] = indexPath,
            },
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { }; // an unread pipe would stop the service
        process.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        await Eventually.TrueAsync(() => IsReadyAsync(client), "the service is ready", TimeSpan.FromSeconds(60));
        return new SearchProcess(process);
    }

    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(Cancellation);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
        process.Dispose();
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
