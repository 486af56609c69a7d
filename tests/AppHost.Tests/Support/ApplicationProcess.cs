using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PfP.AppHost.Tests.Support;

/// <summary>The sample application in a process of its own.</summary>
internal sealed class ApplicationProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(100);
    private readonly TemporaryFolder _folder = new();
    private readonly StringBuilder _output = new();
    private readonly Process _process;

    public ApplicationProcess()
    {
        Port = FreePorts.Next();
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [typeof(ApplicationProcess).Assembly.Location, SampleApplication.Argument])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["PFP_DATA"] = _folder.Path, ["PFP_PORT"] = Port.ToString(CultureInfo.InvariantCulture) },
            },
        };
        _process.OutputDataReceived += (_, line) => Append(line.Data);
        _process.ErrorDataReceived += (_, line) => Append(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Port { get; }

    public int Id => _process.Id;

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public static async Task<ApplicationProcess> StartAsync()
    {
        var application = new ApplicationProcess();
        await application.WaitForOutputAsync("Ready:");
        return application;
    }

    public Task WaitForOutputAsync(string text) => Eventually.HoldsAsync(() => Output.Contains(text, StringComparison.Ordinal), s_limit, () => Output);

    public async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(s_limit);
        return _process.ExitCode;
    }

    /// <summary>The processes that the application has started, and their children: all inherit its environment.</summary>
    public IReadOnlyList<(int Id, string Command)> FindProcesses() =>
        [.. ProcessTable.WithVariable("PFP_DATA", _folder.Path).Where(process => process.Id != _process.Id)];

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        foreach (var (id, _) in FindProcesses())
        {
            using var process = ProcessTable.Find(id);
            process?.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        await Task.Delay(s_poll);
        _folder.Dispose();
    }

    private void Append(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
