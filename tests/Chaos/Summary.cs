using PfP.Chaos.Checks;
using PfP.Chaos.Processes;

namespace PfP.Chaos;

/// <summary>The numbers of a run.</summary>
internal static class Summary
{
    public static IEnumerable<string> Of(int seed, IScenario scenario)
    {
        yield return $"=== seed {seed}";
        foreach (var phase in scenario.Reports)
        {
            yield return $"{phase.Phase}: {phase.Load}; {string.Join(", ", phase.Faults.Select(fault => $"{fault.Key} {fault.Value}"))}; quiet after {phase.QuietAfter.TotalSeconds:0.0} s";
            yield return $"  {phase.Clients}";
        }

        foreach (var process in scenario.Processes)
        {
            yield return $"{process.Name}: ready again p50 {Quantile(process, 0.5)}, p95 {Quantile(process, 0.95)} after {process.Unready.Recoveries.Count} starts, ended by itself {process.Crashes} times";
        }
    }

    public static IEnumerable<string> Of(Verdict verdict)
    {
        yield return string.Join(", ", Problem.Kinds.Select(kind => $"{kind} {verdict.Count(kind)}"));
        foreach (var line in verdict.Lines())
        {
            yield return $"  {line}";
        }
    }

    private static string Quantile(Supervised process, double share)
    {
        var sorted = process.Unready.Recoveries.Order().ToList();
        return sorted.Count == 0 ? "-" : $"{sorted[(int)Math.Ceiling(share * sorted.Count) - 1].TotalSeconds:0.0} s";
    }
}
