using System.Diagnostics;
using PfP.Chaos.Processes;

namespace PfP.Chaos.Load;

/// <summary>
/// The operator: runs the product's import command on a file, and runs it again when it was killed or gave up, until it
/// has come to the file's end once.
/// </summary>
internal sealed class Importer(Stage stage, Func<string, Command> command)
{
    // What the command says of itself: 1 when it came to the end and refused some rows.
    private static readonly int[] Finished = [0, 1];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Batch = TimeSpan.FromSeconds(0.3);
    private readonly Lock guard = new();
    private TaskCompletionSource progress = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? running;
    private bool killed;

    /// <summary>What it has been told of each row.</summary>
    public ClientLog Log { get; } = new();

    public int Runs { get; private set; }

    public int Kills { get; private set; }

    /// <summary>Runs that ended early though nobody had killed them.</summary>
    public int Failures { get; private set; }

    public async Task ImportAsync(string file, CancellationToken cancellationToken)
    {
        while (!await RunAsync(file, cancellationToken))
        {
            await Task.Delay(TimeSpan.FromSeconds(0.5), cancellationToken);
        }
    }

    /// <summary>
    /// kill -9, if an import is running: while it is at rows that are new, where there are any left, because only there something can be lost.
    /// </summary>
    public async Task<bool> KillAsync(CancellationToken cancellationToken)
    {
        Task applied;
        lock (guard)
        {
            progress = new(TaskCreationOptions.RunContinuationsAsynchronously);
            applied = progress.Task;
        }

        await Task.WhenAny(applied, Task.Delay(Patience, cancellationToken));
        await Task.Delay(stage.Between(TimeSpan.Zero, Batch), cancellationToken);
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

    private void Read(string file, string line)
    {
        if (Log.Read(file, line))
        {
            lock (guard)
            {
                progress.TrySetResult();
            }
        }
    }

    private async Task<bool> RunAsync(string file, CancellationToken cancellationToken)
    {
        var last = string.Empty;
        var (process, output) = await stage.Launcher.StartAsync(command(file) with { OnLine = line => Read(file, last = line) }, stage.LogOf("import"));
        lock (guard)
        {
            (running, killed) = (process, false);
            Runs++;
        }

        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        finally
        {
            ProcessTree.Kill(process);
            lock (guard)
            {
                running = null;
            }
        }

        await output;
        var finished = Finished.Contains(process.ExitCode);
        Failures += finished || killed ? 0 : 1;
        stage.Log($"import of {Path.GetFileName(file)} ended with {process.ExitCode}{(killed ? " (killed)" : "")}: {last}");
        process.Dispose();
        return finished;
    }
}
