using System.Globalization;

namespace Aspire.Hosting.Orchestration;

/// <summary>
/// Children that outlive their process while they hold its output open, as PostgreSQL's busy backends do when their
/// postmaster is killed. DCP takes the process for running until they have gone; so they are ended.
/// </summary>
internal sealed class OutputHeirs(ResourceRegistry registry)
{
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(500);

    /// <summary>Most children notice by themselves.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    private readonly Dictionary<long, string> _outputs = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(s_tick);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            foreach (var instance in registry.Instances.Where(instance => instance.Snapshot is { IsOver: false, Pid: not null }))
            {
                await LookAtAsync(instance, instance.Snapshot.Pid!.Value, cancellationToken);
            }
        }
    }

    private async Task LookAtAsync(ResourceInstance instance, long pid, CancellationToken cancellationToken)
    {
        if (FindOutput(pid.ToString(CultureInfo.InvariantCulture)) is { } output)
        {
            _outputs[pid] = output;
        }
        else if (!ProcessSignals.Exists(pid) && _outputs.Remove(pid, out var left))
        {
            await Task.Delay(s_patience, cancellationToken);
            if (!instance.Snapshot.IsOver && instance.Snapshot.Pid == pid)
            {
                instance.Log.Note("The process has gone, but not its children; they are ended.", isError: true);
                EndHeirs(left);
            }
        }
    }

    private static void EndHeirs(string output)
    {
        foreach (var process in Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).OfType<string>().Where(name => char.IsAsciiDigit(name[0])))
        {
            if (FindOutput(process) == output)
            {
                ProcessSignals.Kill(long.Parse(process, CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>The pipe that a process writes to. Null for one that has gone, is a zombie, or writes elsewhere.</summary>
    private static string? FindOutput(string process)
    {
        try
        {
            return File.ResolveLinkTarget($"/proc/{process}/fd/1", returnFinalTarget: false)?.Name is { } name && name.StartsWith("pipe:", StringComparison.Ordinal) ? name : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
