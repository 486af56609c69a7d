namespace PfP.Contracts.Search.Api;

/// <summary>How often readers searched for a text, over a period.</summary>
/// <param name="Text">Its words without case, accents and signs.</param>
/// <param name="Empty">How often nothing was found.</param>
public sealed record CountedQuery(string Text, int Asked, int Empty);

public static class QueryCountRules
{
    /// <summary>Texts that were asked for less often in a period are not told: they may say who asked.</summary>
    public const int Fewest = 3;

    /// <summary>Months for which counts are kept.</summary>
    public const int MonthsKept = 13;

    /// <summary>In days, today included.</summary>
    public static IReadOnlyList<int> Periods { get; } = [7, 30, 365];
}
