using System.Globalization;

namespace PfP.Benchmarks.Relevance;

/// <summary>One contender's answers to all queries of a run.</summary>
internal sealed record Asked(string Name, IReadOnlyList<(JudgedQuery Query, Scores Scores, Scores? Clean)> Answers)
{
    public Scores Overall => Scores.Average([.. Answers.Select(answer => answer.Scores)]);

    public Scores Of(string kind) => Scores.Average([.. Answers.Where(answer => answer.Query.Kind == kind).Select(answer => answer.Scores)]);

    /// <summary>What slips and missing accents cost.</summary>
    public double LossOf(string kind) => Answers.Where(answer => answer.Query.Kind == kind && answer.Clean is not null)
        .Select(answer => answer.Clean!.Value.ReciprocalRank - answer.Scores.ReciprocalRank).DefaultIfEmpty().Average();
}

/// <summary>Prints every contender's scores; the best of the yardstick's configurations counts.</summary>
internal sealed class RelevanceReport(IReadOnlyList<Asked> ours, IReadOnlyList<Asked> stock)
{
    public void Print()
    {
        Write($"{"",-28}{"MRR@10",8}{"succ@1",8}{"succ@5",8}{"nDCG@10",9}");
        foreach (var asked in ours.Concat(stock.OrderByDescending(asked => asked.Overall.ReciprocalRank)))
        {
            Line(asked.Name, asked.Overall);
        }
        var best = stock.MaxBy(asked => asked.Overall.ReciprocalRank);
        foreach (var own in ours)
        {
            PrintKinds(own, best);
        }
    }

    private void PrintKinds(Asked own, Asked? best)
    {
        Console.WriteLine();
        Write($"{own.Name + " by kind",-28}{"MRR@10",8}{"succ@1",8}{"succ@5",8}{"nDCG@10",9}{"queries",9}{"clean-it",10}{"best stock's MRR@10 (of that kind)",36}");
        foreach (var kind in own.Answers.Select(answer => answer.Query.Kind).Distinct())
        {
            var count = own.Answers.Count(answer => answer.Query.Kind == kind);
            var scores = own.Of(kind);
            var peer = best is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{best.Of(kind).ReciprocalRank:.000} ({stock.Max(asked => asked.Of(kind).ReciprocalRank):.000})");
            Write($"{kind,-28}{scores.ReciprocalRank,8:.000}{scores.SuccessAt1,8:.000}{scores.SuccessAt5,8:.000}{scores.Gain,9:.000}{count,9}{own.LossOf(kind),10:.000}{peer,36}");
        }
        if (best is not null)
        {
            var (error, peer) = (1 - own.Overall.ReciprocalRank, 1 - best.Overall.ReciprocalRank);
            Write($"1 - MRR@10: {own.Name} {error:.000}, best stock ({best.Name}) {peer:.000}: ratio {error / peer:.00}");
        }
    }

    public static void Line(string name, Scores scores) =>
        Write($"{name,-28}{scores.ReciprocalRank,8:.000}{scores.SuccessAt1,8:.000}{scores.SuccessAt5,8:.000}{scores.Gain,9:.000}");

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
