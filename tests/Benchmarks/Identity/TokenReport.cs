using System.Globalization;

namespace PfP.Benchmarks.Identity;

/// <summary>What both sides did in the rounds of one grant.</summary>
internal sealed class TokenReport(string grant)
{
    private const double Target = 1.0;

    private readonly List<(Turn[] Ours, Turn[] Peer)> rounds = [];

    public void Add(Turn[] ours, Turn[] peer) => rounds.Add((ours, peer));

    public void Print()
    {
        Console.WriteLine();
        Write($"{grant,-22}{"tokens/s",10}{"range",18}{"p50 ms",9}{"p95 ms",9}{"CPU ms",9}");
        Line("  ours", [.. rounds.Select(round => round.Ours)]);
        Line("  oidc-provider", [.. rounds.Select(round => round.Peer)]);
        var ratios = rounds.Select(round => Rate(round.Ours) / Rate(round.Peer)).Order().ToArray();
        Write($"  ours / oidc-provider, over {ratios.Length} rounds: median {Median(ratios):0.00}, range {ratios[0]:0.00} to {ratios[^1]:0.00}; target {Target:0.0} or more");
    }

    private static void Line(string name, Turn[][] rounds)
    {
        var rates = rounds.Select(Rate).Order().ToArray();
        var times = rounds.SelectMany(round => round).SelectMany(turn => turn.Latencies).Select(time => time.TotalMilliseconds).Order().ToArray();
        var processor = rounds.SelectMany(round => round).Sum(turn => turn.Processor.TotalMilliseconds) / times.Length;
        var range = string.Create(CultureInfo.InvariantCulture, $"{rates[0]:0} to {rates[^1]:0}");
        Write($"{name,-22}{Median(rates),10:0}{range,18}{times[times.Length / 2],9:0.00}{times[(int)(times.Length * 0.95)],9:0.00}{processor,9:0.00}");
    }

    private static double Rate(Turn[] turns) => turns.Sum(turn => turn.Latencies.Count) / turns.Sum(turn => turn.Time.TotalSeconds);

    private static double Median(double[] ordered) => ordered[ordered.Length / 2];

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
