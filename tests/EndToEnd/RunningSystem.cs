using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PfP.EndToEnd;
using PfP.Testing;

[assembly: AssemblyFixture(typeof(RunningSystem))]
[assembly: SupportedOSPlatform("linux")]

namespace PfP.EndToEnd;

/// <summary>The whole system as AppHost starts it, on a port and data folder of its own, and a browser in front of it.</summary>
public sealed partial class RunningSystem : IAsyncLifetime
{
    private const int Terminate = 15;
    private const int DashboardOffset = 10;
    private const int InboxOffset = 11;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly string folder = Directory.CreateTempSubdirectory("pfp-end-to-end-").FullName;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> sessions = [];
    private readonly StringBuilder output = new();
    private readonly int port = FreePort();
    private Process? host;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public string Address => $"http://localhost:{port}";

    /// <summary>Another site of the house, registered with the provider.</summary>
    internal SecondSite Second { get; } = new();

    /// <summary>Every mail that the system sends.</summary>
    internal Inbox Mails => new(new Uri($"http://localhost:{port + InboxOffset}"));

    /// <summary>Of the sample accounts, as the console prints it.</summary>
    public string SamplePassword => Password().Match(Running).Groups[1].Value;

    public async ValueTask InitializeAsync()
    {
        // PostgreSQL runs as its own user when we are root, and has to reach its folder.
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        Start();
        using var client = new HttpClient { BaseAddress = new(Address) };
        await Eventually.TrueAsync(() => Running.Contains("Ready:", StringComparison.Ordinal), "AppHost's word that all is up", Patience);
        await Eventually.SucceedsAsync(async () => Assert.Contains("/practices/", await client.GetStringAsync("/search?q=remittances"), StringComparison.Ordinal), Patience);
        await Eventually.SucceedsAsync(async () => (await client.GetAsync(new Uri("/practices/prague-process", UriKind.Relative))).EnsureSuccessStatusCode(), Patience);
        await Eventually.TrueAsync(() => Password().IsMatch(Running), "the sample accounts", Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = ["--no-sandbox"] });
    }

    /// <summary>A setting of the running services, as operators' commands get it.</summary>
    public async Task<string> SettingAsync(string name) =>
        (await File.ReadAllLinesAsync(Path.Combine(folder, "run", "environment"))).Single(line => line.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];

    /// <summary>Lets all services live at another time than the machine's, from then on.</summary>
    internal Task MoveClockAsync(DateTimeOffset to) =>
        File.WriteAllTextAsync(ClockFile, (to - DateTimeOffset.UtcNow).ToString("c", CultureInfo.InvariantCulture));

    /// <summary>All logs or spans that the dashboard has been sent, as JSON.</summary>
    /// <param name="kind"><c>logs</c> or <c>spans</c>.</param>
    internal async Task<string> TelemetryAsync(string kind)
    {
        var dashboard = new Uri(await SettingAsync("DASHBOARD_URL"));
        using var client = new HttpClient { BaseAddress = dashboard };
        client.DefaultRequestHeaders.Add("x-api-key", dashboard.Query["?t=".Length..]);
        var told = await client.GetStringAsync(new Uri($"/api/telemetry/{kind}?limit=1000000", UriKind.Relative));
        return told.Contains("\"service.name\"", StringComparison.Ordinal) ? told : throw new InvalidOperationException($"The dashboard has no {kind}.");
    }

    /// <param name="session">What another browser had stored: see <see cref="SessionAsync"/>.</param>
    public async Task<IPage> OpenAsync(string path, bool script = true, string? session = null)
    {
        var page = await browser!.NewPageAsync(new() { BaseURL = Address, JavaScriptEnabled = script, StorageState = session });
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>What a browser has stored after somebody signed in, who does so once for all tests.</summary>
    internal Task<string> SessionAsync(string email, Func<Task<string>> signIn) => sessions.GetOrAdd(email, _ => new(signIn)).Value;

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await TellOfOpenPagesAsync(browser);
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        Second.Dispose();
        if (host is { HasExited: false })
        {
            _ = Kill(host.Id, Terminate);
            await host.WaitForExitAsync();
        }

        host?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    // Tests close their pages: one that is still open belongs to a test that failed, and shows where it got stuck.
    private static async Task TellOfOpenPagesAsync(IBrowser browser)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "tests", "open-pages")).FullName;
        foreach (var (index, page) in browser.Contexts.SelectMany(context => context.Pages).Index())
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{index}.png"), FullPage = true });
            await File.WriteAllTextAsync(Path.Combine(folder, $"{index}.txt"), $"Left open at {page.Url}:\n{await page.Locator("body").InnerTextAsync()}");
        }
    }

    // Not there at first: then the clock is the machine's.
    private string ClockFile => Path.Combine(folder, "clock");

    private string Running
    {
        get
        {
            lock (output)
            {
                return host!.HasExited ? throw new InvalidOperationException($"AppHost ended:\n{output}") : output.ToString();
            }
        }
    }

    private void Start()
    {
        // The same configuration (Debug, Release) as these tests were built with.
        var built = Path.GetRelativePath(Path.Combine(Repository.Root, "tests", "EndToEnd", "bin"), AppContext.BaseDirectory);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Repository.Root, "AppHost", "bin", built, "PfP.AppHost.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PFP_PORT"] = port.ToString(CultureInfo.InvariantCulture), ["PFP_DATA"] = folder, ["PFP_CLOCK_FILE"] = ClockFile },
        };
        foreach (var (name, value) in Second.Registration)
        {
            start.Environment[name] = value;
        }

        host = Process.Start(start)!;
        host.OutputDataReceived += (_, line) => Append(line.Data);
        host.ErrorDataReceived += (_, line) => Append(line.Data);
        host.BeginOutputReadLine();
        host.BeginErrorReadLine();
    }

    private void Append(string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }

    // The ports beside it are the dashboard's and the inbox's.
    private static int FreePort()
    {
        while (true)
        {
            using var first = new TcpListener(IPAddress.Loopback, 0);
            first.Start();
            var port = ((IPEndPoint)first.LocalEndpoint).Port;
            try
            {
                foreach (var offset in new[] { DashboardOffset, InboxOffset })
                {
                    using var other = new TcpListener(IPAddress.Loopback, port + offset);
                    other.Start();
                }

                return port;
            }
            catch (SocketException)
            {
                // Somebody has one of them: try the next.
            }
        }
    }

    [GeneratedRegex("all with the password ([0-9a-zA-Z]+):")]
    private static partial Regex Password();

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
