namespace PfP.Chaos.Load;

/// <summary>A practice that exists only for this test, and says so.</summary>
/// <param name="Word">A word that no other text has: finding it is finding this revision.</param>
internal sealed record GeneratedPractice(
    string Key,
    string Title,
    string Summary,
    string Challenge,
    string Solution,
    IReadOnlyList<string> Countries,
    IReadOnlyList<string> Themes,
    string Organisation,
    string Status,
    int StartYear,
    string Word);

/// <summary>One row of an import file: publish or update the practice, or withdraw it.</summary>
internal sealed record Row(GeneratedPractice Practice, string? Withdrawal = null);
