using System.Globalization;

namespace PfP.Benchmarks.Search;

internal sealed record Measurement(bool Ours, int Round, QueryKind Kind, TimeSpan Time, int Total, int Hits);

/// <summary>Prints times as milliseconds and as ratios; totals beside them, so that nobody wins by finding less.</summary>
internal sealed class ComparisonReport(int size, TimeSpan built, TimeSpan loaded)
{
    private readonly List<Measurement> measurements = [];

    public void Add(Measurement measurement) => measurements.Add(measurement);

    public void Print(double memory)
    {
        Console.WriteLine();
        Write($"{size:N0} documents   built in {built.TotalSeconds:N1} s, PostgreSQL {loaded.TotalSeconds:N1} s; our process holds {memory:N0} MB");
        Write($"{"",-10}{"p50 ms",18}{"p95 ms",20}{"found on average",24}");
        Write($"{"",-10}{"ours",9}{"PG",9}{"ours",11}{"PG",9}{"ours",15}{"PG",9}{"p50 ratio",12}{"p95 ratio",12}");
        foreach (var kind in Enum.GetValues<QueryKind>())
        {
            Line(kind.ToString(), measurements.Where(measurement => measurement.Kind == kind));
        }
        Line("all", measurements);
        PrintRounds();
    }

    private void PrintRounds()
    {
        foreach (var (name, share) in new[] { ("p50", 0.5), ("p95", 0.95) })
        {
            var ratios = measurements.GroupBy(measurement => measurement.Round)
                .Select(round => Quantile(round.Where(m => m.Ours), share) / Quantile(round.Where(m => !m.Ours), share)).Order().ToArray();
            Write($"{name} of ours / {name} of PostgreSQL's, over {ratios.Length} rounds: median {ratios[ratios.Length / 2]:0.000}, range {ratios[0]:0.000} to {ratios[^1]:0.000}");
        }
    }

    private static void Line(string name, IEnumerable<Measurement> measured)
    {
        var (ours, peer) = (measured.Where(m => m.Ours).ToList(), measured.Where(m => !m.Ours).ToList());
        var (p50, p95, peer50, peer95) = (Quantile(ours, 0.5), Quantile(ours, 0.95), Quantile(peer, 0.5), Quantile(peer, 0.95));
        Write($"{name,-10}{p50,9:0.00}{peer50,9:0.00}{p95,11:0.00}{peer95,9:0.00}{ours.Average(m => m.Total),15:0.0}{peer.Average(m => m.Total),9:0.0}{p50 / peer50,12:0.000}{p95 / peer95,12:0.000}");
    }

    private static double Quantile(IEnumerable<Measurement> measured, double share)
    {
        var times = measured.Select(measurement => measurement.Time.TotalMilliseconds).Order().ToArray();
        return times[Math.Min(times.Length - 1, (int)(times.Length * share))];
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
