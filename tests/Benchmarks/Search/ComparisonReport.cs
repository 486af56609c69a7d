using System.Globalization;

namespace PfP.Benchmarks.Search;

internal sealed record Measurement(string Contender, int Round, QueryKind Kind, TimeSpan Time, int Total);

/// <summary>Prints times as milliseconds and as ratios; totals beside them, so that nobody wins by finding less.</summary>
internal sealed class ComparisonReport
{
    private static readonly (string Name, double Share)[] Quantiles = [("p50", 0.5), ("p95", 0.95)];

    private readonly List<Measurement> measurements = [];

    public void Add(Measurement measurement) => measurements.Add(measurement);

    public void Print()
    {
        PrintTable("found on average", "0.0", measured => measured.Average(measurement => measurement.Total));
        foreach (var (name, share) in Quantiles)
        {
            PrintTable($"{name}, ms", "0.00", measured => Quantile(measured, share));
        }
    }

    /// <summary>Compares within each round.</summary>
    /// <param name="peers">The fastest of them counts.</param>
    public void PrintRatio(string name, params string[] peers)
    {
        foreach (var (quantile, share) in Quantiles)
        {
            var ratios = measurements.GroupBy(measurement => measurement.Round)
                .Select(round => Quantile(round.Where(m => m.Contender == name), share) / peers.Min(peer => Quantile(round.Where(m => m.Contender == peer), share))).Order().ToArray();
            var peer = peers.Length == 1 ? peers[0] : $"the faster of {string.Join(" and ", peers)}";
            Write($"{quantile} of {name} / {quantile} of {peer}, over {ratios.Length} rounds: median {ratios[ratios.Length / 2]:0.000}, range {ratios[0]:0.000} to {ratios[^1]:0.000}");
        }
    }

    private void PrintTable(string title, string format, Func<IReadOnlyList<Measurement>, double> figure)
    {
        var kinds = Enum.GetValues<QueryKind>();
        Console.WriteLine();
        Console.WriteLine($"{title,-28}{string.Concat(kinds.Select(kind => $"{kind,10}"))}{"all",10}");
        foreach (var contender in measurements.GroupBy(measurement => measurement.Contender))
        {
            var columns = kinds.Select(kind => contender.Where(measurement => measurement.Kind == kind)).Append(contender);
            Console.WriteLine($"{contender.Key,-28}{string.Concat(columns.Select(column => $"{figure([.. column]).ToString(format, CultureInfo.InvariantCulture),10}"))}");
        }
    }

    private static double Quantile(IEnumerable<Measurement> measured, double share)
    {
        var times = measured.Select(measurement => measurement.Time.TotalMilliseconds).Order().ToArray();
        return times[Math.Min(times.Length - 1, (int)(times.Length * share))];
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
