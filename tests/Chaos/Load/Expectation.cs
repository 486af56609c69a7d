namespace PfP.Chaos.Load;

/// <summary>What must be true of a practice once everything is quiet.</summary>
/// <param name="Version">Counts its accepted rows; one more would be an effect that happened twice.</param>
/// <param name="Word">Finds it, unless it is withdrawn.</param>
/// <param name="FormerWord">The word of the revision before, which must not find it any more.</param>
internal sealed record Expectation(string Key, string Title, int Version, bool Withdrawn, string Word, string? FormerWord)
{
    public static IReadOnlyList<Expectation> Of(IEnumerable<Row> rows) =>
        [.. rows.GroupBy(row => row.Practice.Key).Select(history => new Expectation(
            history.Key,
            history.Last().Practice.Title,
            history.Count(),
            history.Last().Withdrawal is not null,
            history.Last().Practice.Word,
            history.Select(row => row.Practice.Word).Distinct().SkipLast(1).LastOrDefault()))];
}
