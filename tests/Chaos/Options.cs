using System.Globalization;

namespace PfP.Chaos;

/// <summary>The command line.</summary>
/// <param name="Seeds">One run for each.</param>
/// <param name="Phases">Those to play, in their order.</param>
/// <param name="Submissions">How many go through review.</param>
internal sealed record Options(IReadOnlyList<int> Seeds, IReadOnlyList<string> Phases, int Submissions)
{
    public const string Usage = """
        chaos [--short] [--seed N] [--phase late|kills|index|review]
          --short   one run with one seed and fewer submissions; without it, three
          --seed    the first run's seed; otherwise a new one each time, which is printed
          --phase   plays only that one
        """;

    private static readonly string[] AllPhases = ["late", "kills", "index", "review"];

    /// <summary>Null where the arguments are none of ours.</summary>
    public static Options? Parse(string[] arguments)
    {
        var (runs, seed, phases, submissions) = (3, Random.Shared.Next(1, 1_000_000), AllPhases, 200);
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var argument))
        {
            switch (argument)
            {
                case "--short":
                    (runs, submissions) = (1, 40);
                    break;
                case "--seed" when rest.TryDequeue(out var text) && int.TryParse(text, CultureInfo.InvariantCulture, out seed):
                    break;
                case "--phase" when rest.TryDequeue(out var phase) && AllPhases.Contains(phase):
                    phases = [phase];
                    break;
                default:
                    return null;
            }
        }

        return new Options([.. Enumerable.Range(seed, runs)], phases, submissions);
    }
}
