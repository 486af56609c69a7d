using System.Globalization;
using PfP.Chaos.Cluster;
using PfP.Chaos.Mail;

namespace PfP.Chaos;

/// <summary>The command line.</summary>
/// <param name="Seeds">One run for each.</param>
/// <param name="Phases">Those to play, in their order.</param>
/// <param name="Submissions">How many go through review.</param>
/// <param name="Reminders">How many are due at once.</param>
/// <param name="Practices">How many are indexed on a cluster of search servers.</param>
internal sealed record Options(IReadOnlyList<int> Seeds, IReadOnlyList<string> Phases, int Submissions, int Reminders, int Practices)
{
    public const string Usage = """
        chaos [late|kills|index|review|mail|cluster] [--short] [--seed N]
          a phase   plays only that one
          --short   one run with one seed, fewer of everything, and without the cluster unless it is named; without it, three
          --seed    the first run's seed; otherwise a new one each time, which is printed
        """;

    private static readonly string[] AllPhases = [.. Scenario.Phases, MailScenario.Phase, ClusterScenario.Phase];

    /// <summary>Null where the arguments are none of ours.</summary>
    public static Options? Parse(string[] arguments)
    {
        var (runs, seed, submissions, reminders, practices) = (3, Random.Shared.Next(1, 1_000_000), 200, 1000, 20_000);
        string[]? phases = null;
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var argument))
        {
            switch (argument)
            {
                case "--short":
                    (runs, submissions, reminders, practices) = (1, 40, 250, 2_000);
                    break;
                case "--seed" when rest.TryDequeue(out var text) && int.TryParse(text, CultureInfo.InvariantCulture, out seed):
                    break;
                case var phase when AllPhases.Contains(phase):
                    phases = [phase];
                    break;
                default:
                    return null;
            }
        }

        phases ??= runs == 1 ? [.. AllPhases.Except([ClusterScenario.Phase])] : AllPhases;
        return new Options([.. Enumerable.Range(seed, runs)], phases, submissions, reminders, practices);
    }
}
