using System.Diagnostics;

namespace Aspire.Hosting.Orchestration;

/// <summary>
/// What the orchestrator leaves behind when it dies. Guards of its own end its processes within seconds; what is then
/// still there is killed.
/// </summary>
internal static class Orphans
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(100);

    public static async Task EndAsync(IEnumerable<long?> processes)
    {
        var left = processes.OfType<long>().ToList();
        for (var waited = Stopwatch.StartNew(); left.Count > 0 && waited.Elapsed < s_patience; await Task.Delay(s_poll))
        {
            left.RemoveAll(pid => !ProcessSignals.Exists(pid));
        }

        left.ForEach(ProcessSignals.Kill);
    }
}
