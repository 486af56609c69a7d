using System.Diagnostics;
using PfP.Testing.Servers;
using Xunit;

namespace PfP.Testing;

/// <summary>A service as a process of its own, to be killed in the middle of its work.</summary>
public sealed class ServiceProcess : IDisposable
{
    private readonly Process process;

    private ServiceProcess(Process process) => this.process = process;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="assembly">The path of the service's.</param>
    public static async Task<ServiceProcess> StartAsync(string assembly, IReadOnlyDictionary<string, string> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var address = $"http://127.0.0.1:{LocalServer.FreePort()}";
        var start = new ProcessStartInfo("dotnet", [assembly, $"--urls={address}"]) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        var output = TestContext.Current.TestOutputHelper;
        process.OutputDataReceived += (_, line) => Note(output, line.Data);
        process.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        await Eventually.TrueAsync(() => IsReadyAsync(client), "the service is ready", TimeSpan.FromSeconds(60));
        return new ServiceProcess(process);
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

    /// <summary>What a service says is shown with its test, should that fail.</summary>
    private static void Note(ITestOutputHelper? output, string? line)
    {
        try
        {
            output?.WriteLine(line ?? "");
        }
        catch (InvalidOperationException)
        {
            // Its last words come after the test's end.
        }
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
}
