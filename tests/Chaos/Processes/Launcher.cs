using System.Collections.Concurrent;
using System.Diagnostics;

namespace PfP.Chaos.Processes;

/// <summary>
/// Starts processes that the kernel kills when this one dies, however that happens. The kernel watches the thread that
/// started them and not the process, hence one thread that lives as long as the run.
/// </summary>
internal sealed class Launcher : IDisposable
{
    private readonly BlockingCollection<(ProcessStartInfo Start, TaskCompletionSource<Process> Started)> queue = [];

    public Launcher() => new Thread(Work) { IsBackground = true, Name = "launcher" }.Start();

    /// <summary>Starts a command, as another user where that is asked for, with all its output appended to a file.</summary>
    public Task<Started> StartAsync(Command command, string log)
    {
        var start = new ProcessStartInfo("setpriv")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = command.Folder ?? Path.GetTempPath(),
        };
        if (command.User is { } user)
        {
            start.ArgumentList.Add($"--reuid={user}");
            start.ArgumentList.Add($"--regid={user}");
            start.ArgumentList.Add("--init-groups");
        }

        foreach (var argument in (string[])["--pdeathsig", "KILL", "--", command.Program, .. command.Arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        queue.Add((start, started));
        return Logged(started.Task, log, command.OnLine);
    }

    public void Dispose() => queue.CompleteAdding();

    private static async Task<Started> Logged(Task<Process> starting, string log, Action<string>? onLine)
    {
        var process = await starting;
        var writer = TextWriter.Synchronized(new StreamWriter(new FileStream(log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true });
        await writer.WriteLineAsync($"--- {DateTime.UtcNow:HH:mm:ss.fff} process {process.Id}");
        return new Started(process, CopyAsync(process, writer, onLine));
    }

    private static async Task CopyAsync(Process process, TextWriter writer, Action<string>? onLine)
    {
        await using (writer)
        {
            await Task.WhenAll(new[] { process.StandardOutput, process.StandardError }.Select(async reader =>
            {
                while (await reader.ReadLineAsync() is { } line)
                {
                    await writer.WriteLineAsync(line);
                    onLine?.Invoke(line);
                }
            }));
        }
    }

    private void Work()
    {
        foreach (var (start, started) in queue.GetConsumingEnumerable())
        {
            try
            {
                started.SetResult(Process.Start(start)!);
            }
            catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or InvalidOperationException)
            {
                started.SetException(exception);
            }
        }
    }
}

/// <param name="Output">Ends when all its output has been read.</param>
internal sealed record Started(Process Process, Task Output);

/// <summary>What to start.</summary>
/// <param name="User">The user to run it as; null for the one that runs this program.</param>
internal sealed record Command(string Program, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment, string? User = null)
{
    /// <summary>The folder to run it in.</summary>
    public string? Folder { get; init; }

    /// <summary>Sees every line the process writes.</summary>
    public Action<string>? OnLine { get; init; }
}
