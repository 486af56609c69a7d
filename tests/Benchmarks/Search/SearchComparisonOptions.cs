using System.Globalization;

namespace PfP.Benchmarks.Search;

/// <param name="Queries">How many queries each side answers in a turn; a round has two turns of each.</param>
internal sealed record SearchComparisonOptions(int[] Sizes, int Rounds, int Queries)
{
    public static SearchComparisonOptions Parse(string[] args)
    {
        var options = new SearchComparisonOptions([1_000, 10_000, 100_000], 9, 25);
        for (var index = 0; index + 1 < args.Length; index += 2)
        {
            options = args[index] switch
            {
                "--sizes" => options with { Sizes = [.. args[index + 1].Split(',').Select(Number)] },
                "--rounds" => options with { Rounds = Number(args[index + 1]) },
                "--queries" => options with { Queries = Number(args[index + 1]) },
                _ => throw new ArgumentException($"{args[index]} is not an option."),
            };
        }
        return options;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
