using System.Globalization;

namespace PfP.Benchmarks.Indexing;

/// <param name="Documents">How many entries are published.</param>
internal sealed record IndexingOptions(int Documents)
{
    public static IndexingOptions Parse(string[] args) => args switch
    {
        [] => new(100_000),
        ["--documents", var count] => new(int.Parse(count, CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"{string.Join(' ', args)} is not an option."),
    };
}
