using System.Globalization;
using PfP.Chaos.Load;
using PfP.Contracts.Catalogue.Api;
using PfP.Vocabularies;

namespace PfP.Chaos.Review;

/// <summary>A practice as a member sends it in, and what has to become of it.</summary>
/// <param name="Key">The Idempotency-Key.</param>
/// <param name="First">As it is sent in the first time.</param>
/// <param name="Final">As it is published.</param>
/// <param name="Word">No other text has it.</param>
/// <param name="FormerWord">Only what was never published has it.</param>
internal sealed record GeneratedSubmission(string Key, string Country, SubmissionForm First, SubmissionForm Final, string Word, string FormerWord)
{
    public const string KeyPrefix = "review-";

    private const int LongestTitle = 150;

    public static IReadOnlyList<GeneratedSubmission> Make(int seed, int count)
    {
        var generator = new PracticeGenerator(seed, "review");
        return [.. Enumerable.Range(1, count).Select(number =>
        {
            var (first, final) = generator.WithRevision();
            return new GeneratedSubmission($"{KeyPrefix}{number}", first.Countries[0], Form(first), Form(final), final.Word, first.Word);
        })];
    }

    private static SubmissionForm Form(GeneratedPractice practice) => new()
    {
        Title = practice.Title[..Math.Min(practice.Title.Length, LongestTitle)].Trim(),
        Language = "en",
        Countries = [.. practice.Countries.Select(code => new SubmissionCountry(code, "lead"))],
        Organisations = [new(practice.Organisation, "lead")],
        Challenge = practice.Challenge,
        Solution = practice.Solution,
        Summary = practice.Summary,
        Themes = practice.Themes,
        Type = Vocabulary.PracticeTypes[practice.StartYear % Vocabulary.PracticeTypes.Count].Value,
        Status = practice.Status,
        StartYear = practice.StartYear.ToString(CultureInfo.InvariantCulture),
        // Into this machine, where the catalogue never visits a link.
        Links = [new($"http://127.0.0.1/{practice.Word}", practice.Word)],
        Contact = new($"Office {practice.Word}", $"{practice.Word}@ministry.example"),
    };
}
