namespace PfP.Benchmarks.Relevance;

/// <summary>What one query's first ten hits are worth; averages of it over several queries.</summary>
internal readonly record struct Scores(double ReciprocalRank, double SuccessAt1, double SuccessAt5, double Gain)
{
    public const int Depth = 10;

    public static Scores Of(IReadOnlyList<string> hits, IReadOnlySet<string> expected)
    {
        var first = hits.Take(Depth).ToList().FindIndex(expected.Contains);
        var gained = hits.Take(Depth).Index().Where(hit => expected.Contains(hit.Item)).Sum(hit => Discount(hit.Index));
        var possible = Enumerable.Range(0, Math.Min(Depth, expected.Count)).Sum(Discount);
        return new Scores(first < 0 ? 0 : 1d / (first + 1), first == 0 ? 1 : 0, first is >= 0 and < 5 ? 1 : 0, gained / possible);
    }

    public static Scores Average(IReadOnlyCollection<Scores> all) => all.Count == 0 ? default : new(
        all.Average(scores => scores.ReciprocalRank), all.Average(scores => scores.SuccessAt1), all.Average(scores => scores.SuccessAt5), all.Average(scores => scores.Gain));

    private static double Discount(int place) => 1 / Math.Log2(place + 2);
}
