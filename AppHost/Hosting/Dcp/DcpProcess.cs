using System.Diagnostics;
using System.Globalization;

namespace Aspire.Hosting.Dcp;

/// <summary>
/// The orchestrator's own process. It watches this one, and ends with everything it started when this one is killed;
/// its own death is told by <see cref="Exited"/>.
/// </summary>
internal sealed class DcpProcess : IAsyncDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_exitLimit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(50);
    private readonly Process _process;
    private readonly string _sessionFolder;

    private DcpProcess(Process process, string sessionFolder, DcpClient client)
    {
        (_process, _sessionFolder, Client) = (process, sessionFolder, client);
        Exited = process.WaitForExitAsync(CancellationToken.None);
    }

    public DcpClient Client { get; }

    public Task Exited { get; }

    public static async Task<DcpProcess> StartAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(settings.RunFolder, $"dcp-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}");
        Directory.CreateDirectory(folder, OwnerOnly);
        var process = Process.Start(CreateStartInfo(settings, folder))
            ?? throw new DistributedApplicationException($"{settings.DcpPath} did not start.");
        try
        {
            var kubeconfig = await WaitForKubeconfigAsync(process, folder, cancellationToken);
            return new DcpProcess(process, folder, new DcpClient(kubeconfig.CreateHttpClient()));
        }
        catch
        {
            process.Kill();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Task.WhenAny(Exited, Task.Delay(s_exitLimit));
        if (!Exited.IsCompleted)
        {
            _process.Kill(entireProcessTree: true);
            await Exited;
        }

        _process.Dispose();
        if (Directory.Exists(_sessionFolder))
        {
            Directory.Delete(_sessionFolder, recursive: true);
        }
    }

    private static ProcessStartInfo CreateStartInfo(HostSettings settings, string folder)
    {
        // A session of its own: Ctrl+C in the terminal must reach this process only, which then stops the others in order.
        var start = new ProcessStartInfo("setsid")
        {
            ArgumentList =
            {
                settings.DcpPath, "start-apiserver", "--kubeconfig", Path.Combine(folder, "kubeconfig"),
                "--monitor", Environment.ProcessId.ToString(CultureInfo.InvariantCulture), "--monitor-interval", "1",
            },
            Environment =
            {
                ["DCP_SESSION_FOLDER"] = folder,
                ["DCP_STATE_STORE_PATH"] = Path.Combine(folder, "state"),
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        // Meant for this process, but processes started by DCP would inherit them.
        foreach (var name in (string[])["ASPNETCORE_URLS", "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "DOTNET_LAUNCH_PROFILE"])
        {
            start.Environment.Remove(name);
        }

        return start;
    }

    private static async Task<Kubeconfig> WaitForKubeconfigAsync(Process process, string folder, CancellationToken cancellationToken)
    {
        process.OutputDataReceived += (_, _) => { }; // read and dropped: a full pipe would block it
        process.BeginOutputReadLine();
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var file = Path.Combine(folder, "kubeconfig");
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < s_startLimit; await Task.Delay(s_poll, cancellationToken))
        {
            if (process.HasExited)
            {
                throw new DistributedApplicationException($"The orchestrator ended at once with exit code {process.ExitCode}.");
            }

            if (File.Exists(file) && Kubeconfig.TryParse(await File.ReadAllTextAsync(file, cancellationToken)) is { } kubeconfig && await AnswersAsync(kubeconfig, cancellationToken))
            {
                return kubeconfig;
            }
        }

        throw new DistributedApplicationException($"The orchestrator did not come up within {s_startLimit.TotalSeconds:0} seconds.");
    }

    private static async Task<bool> AnswersAsync(Kubeconfig kubeconfig, CancellationToken cancellationToken)
    {
        using var http = kubeconfig.CreateHttpClient();
        try
        {
            using var response = await http.GetAsync("admin/execution", cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
