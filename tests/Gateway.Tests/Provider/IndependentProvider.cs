using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using PfP.Testing;
using PfP.Testing.Servers;

namespace PfP.Gateway.Tests.Provider;

/// <summary>npm's oidc-provider, which nobody here wrote, in a process of its own.</summary>
internal sealed class IndependentProvider : IAsyncDisposable
{
    public const string Secret = "a secret: with+signs & spaces";

    private readonly Process _process;
    private readonly HttpClient _http;

    private IndependentProvider(Process process, string issuer) =>
        (_process, Issuer, _http) = (process, issuer, new HttpClient { BaseAddress = new Uri(issuer) });

    public string Issuer { get; }

    public static async Task<IndependentProvider> StartAsync(string gateway)
    {
        var port = LocalServer.FreePort().ToString(CultureInfo.InvariantCulture);
        var script = Path.Combine(Repository.Root, "tests", "Gateway.Tests", "Provider", "provider.mjs");
        var process = Process.Start(new ProcessStartInfo("node", [script, port, gateway, Secret]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        string? line;
        do
        {
            line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("provider.mjs does not come up.");
        }
        while (line != "ready");
        return new(process, $"http://127.0.0.1:{port}");
    }

    public async Task<Counts> CountsAsync() => (await _http.GetFromJsonAsync<Counts>("/counts"))!;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    internal sealed record Counts(int Refreshes, int Refused);
}
