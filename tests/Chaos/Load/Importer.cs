using System.Diagnostics;
using PfP.Chaos.Processes;

namespace PfP.Chaos.Load;

/// <summary>
/// The operator: runs the product's import command on a file, and runs it again when it was killed or gave up, until it
/// has ended well once.
/// </summary>
internal sealed class Importer(Stage stage, Func<string, Command> command)
{
    private readonly Lock guard = new();
    private Process? running;
    private bool killed;

    /// <summary>Runs that ended badly though nobody had killed them, as when their database had just been killed.</summary>
    public int Failures { get; private set; }

    public int Kills { get; private set; }

    public async Task ImportAsync(string file, CancellationToken cancellationToken)
    {
        while (!await RunAsync(file, cancellationToken))
        {
            await Task.Delay(TimeSpan.FromSeconds(0.5), cancellationToken);
        }
    }

    /// <summary>kill -9, if an import is running.</summary>
    public bool Kill()
    {
        lock (guard)
        {
            if (running is not { HasExited: false })
            {
                return false;
            }

            killed = true;
            Kills++;
            ProcessTree.Kill(running);
            return true;
        }
    }

    private async Task<bool> RunAsync(string file, CancellationToken cancellationToken)
    {
        var last = string.Empty;
        using var process = await stage.Launcher.StartAsync(command(file) with { OnLine = line => last = line }, stage.LogOf("import"));
        lock (guard)
        {
            (running, killed) = (process, false);
        }

        await process.WaitForExitAsync(cancellationToken);
        lock (guard)
        {
            running = null;
            if (process.ExitCode != 0 && !killed)
            {
                Failures++;
            }
        }

        stage.Log($"import of {Path.GetFileName(file)} ended with {process.ExitCode}{(killed ? " (killed)" : "")}: {last}");
        return process.ExitCode == 0;
    }
}
