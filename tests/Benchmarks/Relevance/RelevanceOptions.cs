using System.Globalization;

namespace PfP.Benchmarks.Relevance;

/// <param name="Distractors">Generated practices in the index besides the real entries.</param>
/// <param name="Cranfield">A folder with a public collection, asked instead of the judged queries.</param>
/// <param name="Unseen">Asks the queries that nothing was tuned on.</param>
/// <param name="Misses">Lists the queries whose first right answer is not the first hit.</param>
internal sealed record RelevanceOptions(int Distractors, string? Cranfield, bool Unseen, bool Misses)
{
    public static RelevanceOptions Parse(string[] args)
    {
        var options = new RelevanceOptions(0, null, false, false);
        for (var index = 0; index < args.Length; index++)
        {
            options = args[index] switch
            {
                "--unseen" => options with { Unseen = true },
                "--misses" => options with { Misses = true },
                "--distractors" when index + 1 < args.Length => options with { Distractors = int.Parse(args[++index], CultureInfo.InvariantCulture) },
                "--cranfield" when index + 1 < args.Length => options with { Cranfield = args[++index] },
                _ => throw new ArgumentException($"{args[index]} is not an option, or lacks its value."),
            };
        }
        return options;
    }
}
