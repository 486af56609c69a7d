using System.Globalization;

namespace PfP.Benchmarks.Submit;

/// <summary>What one side did in a turn.</summary>
/// <param name="Processor">What the catalogue's process used; the database's is not in it.</param>
/// <param name="Steps">How long each request took, by what it asked for.</param>
internal sealed record Turn(int Done, TimeSpan Time, TimeSpan Processor, ILookup<string, TimeSpan> Steps);

/// <summary>What both sides did in the rounds of one kind of work.</summary>
/// <param name="target">Null where the ratio is only told.</param>
internal sealed class SubmitReport(string work, double? target)
{
    private readonly List<(Turn[] Ours, double[] Peer)> rounds = [];

    public static string Verdict(bool isMet) => isMet ? "met" : "MISSED";

    public void Add(Turn[] ours, double[] peer) => rounds.Add((ours, peer));

    /// <returns>False where the target is missed.</returns>
    public bool Print()
    {
        var turns = rounds.SelectMany(round => round.Ours).ToList();
        Console.WriteLine();
        Write($"{work,-28}{"per s",10}{"range",18}{"CPU ms",9}");
        Line("  ours", [.. rounds.Select(round => Rate(round.Ours))], turns.Sum(turn => turn.Processor.TotalMilliseconds) / turns.Sum(turn => turn.Done));
        Line("  pgbench, single INSERTs", [.. rounds.Select(round => round.Peer.Average())], null);
        foreach (var step in turns.SelectMany(turn => turn.Steps).GroupBy(step => step.Key, step => step))
        {
            var times = step.SelectMany(times => times).Select(time => time.TotalMilliseconds).Order().ToArray();
            Write($"  {step.Key,-26}p50 {times[times.Length / 2]:0.00} ms, p95 {times[(int)(times.Length * 0.95)]:0.00} ms");
        }

        var ratios = rounds.Select(round => Rate(round.Ours) / round.Peer.Average()).Order().ToArray();
        var isMet = target is null || Median(ratios) >= target;
        var aim = target is null ? "" : string.Create(CultureInfo.InvariantCulture, $"; target {target:0.0} or more: {Verdict(isMet)}");
        Write($"  ours / pgbench, over {ratios.Length} rounds: median {Median(ratios):0.000}, range {ratios[0]:0.000} to {ratios[^1]:0.000}{aim}");
        return isMet;
    }

    private static void Line(string name, double[] rates, double? processor)
    {
        Array.Sort(rates);
        var range = string.Create(CultureInfo.InvariantCulture, $"{rates[0]:0} to {rates[^1]:0}");
        Write($"{name,-28}{Median(rates),10:0}{range,18}{processor,9:0.00}");
    }

    private static double Rate(Turn[] turns) => turns.Sum(turn => turn.Done) / turns.Sum(turn => turn.Time.TotalSeconds);

    private static double Median(double[] ordered) => ordered[ordered.Length / 2];

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
