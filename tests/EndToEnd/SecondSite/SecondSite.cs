using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using PfP.Testing;

namespace PfP.EndToEnd;

/// <summary>second-site.mjs on a host name of its own, and the settings that register it as a client.</summary>
internal sealed class SecondSite : IDisposable
{
    private const string Id = "second-site";
    private readonly string secret = Guid.NewGuid().ToString("N") + Guid.NewGuid().ToString("N");
    private Process? process;

    public SecondSite()
    {
        using var listener = new TcpListener(IPAddress.Parse("127.0.0.2"), 0);
        listener.Start();
        Address = $"http://127.0.0.2:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    public string Address { get; }

    public IEnumerable<(string Name, string Value)> Registration =>
    [
        ($"Clients__{Id}__Name", "A second site"),
        ($"Clients__{Id}__Secret", secret),
        ($"Clients__{Id}__RedirectUris__0", $"{Address}/callback"),
        ($"Clients__{Id}__PostLogoutRedirectUris__0", $"{Address}/"),
        ($"Clients__{Id}__BackChannelLogoutUri", $"{Address}/backchannel-logout"),
    ];

    public async Task StartAsync(string issuer)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Repository.Root, "tests", "EndToEnd", "SecondSite", "second-site.mjs")])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            Environment = { ["SECOND_SITE"] = JsonSerializer.Serialize(new { issuer, id = Id, secret, origin = Address }) },
        };
        process = Process.Start(start)!;
        Assert.Equal("Listening", await process.StandardOutput.ReadLineAsync());
    }

    public void Dispose()
    {
        process?.Kill();
        process?.Dispose();
    }
}
