using PfP.Contracts.Catalogue.Api;
using PfP.Vocabularies;

namespace PfP.Portal.Contributing;

/// <summary>The texts of a form in further languages: their fields, and how they are read.</summary>
internal static class TranslationFields
{
    public const string Field = "translations";
    public const string Origin = "origin";

    private static readonly (string Field, string Kind, int Rows, int Longest)[] All =
    [
        ("title", "", 0, 150), ("summary", "", 5, 800), ("challenge", SubmissionKinds.Practice, 5, 20_000), ("solution", SubmissionKinds.Practice, 8, 20_000),
        ("purpose", SubmissionKinds.Tool, 5, 20_000), ("audience", SubmissionKinds.Tool, 3, 20_000), ("lessons", SubmissionKinds.Practice, 5, 20_000),
        ("programme", SubmissionKinds.Session, 8, 20_000), ("text", SubmissionKinds.Recommendation, 8, 4_000),
    ];

    /// <summary>The texts that a kind of entry has, each with the lines of its field, none where it is one, and its longest.</summary>
    public static IEnumerable<(string Field, int Rows, int Longest)> Of(string kind) =>
        All.Where(text => (text.Kind.Length == 0 && (text.Field != "summary" || kind != SubmissionKinds.Recommendation)) || text.Kind == kind).Select(text => (text.Field, text.Rows, text.Longest));

    public static string Name(string language, string field) => $"{Field}-{language}-{field}";

    /// <summary>Nothing written is nothing translated, whoever is said to have done it.</summary>
    public static IEnumerable<SubmissionTranslation> Read(IFormCollection posted)
    {
        foreach (var language in Vocabulary.Languages.Select(term => term.Value))
        {
            string? At(string field) => posted[Name(language, field)];
            if (All.Any(text => !string.IsNullOrWhiteSpace(At(text.Field))))
            {
                yield return new(language, At(Origin))
                {
                    Title = At("title"),
                    Summary = At("summary"),
                    Challenge = At("challenge"),
                    Solution = At("solution"),
                    Purpose = At("purpose"),
                    Audience = At("audience"),
                    Lessons = At("lessons"),
                    Programme = At("programme"),
                    Text = At("text"),
                };
            }
        }
    }

    public static string TextOf(this SubmissionTranslation translation, string field) => field switch
    {
        "title" => translation.Title,
        "summary" => translation.Summary,
        "challenge" => translation.Challenge,
        "solution" => translation.Solution,
        "purpose" => translation.Purpose,
        "audience" => translation.Audience,
        "lessons" => translation.Lessons,
        "programme" => translation.Programme,
        "text" => translation.Text,
        _ => null,
    } ?? "";

    /// <summary>All of them as one text: to compare two versions of a form.</summary>
    public static string Text(IEnumerable<SubmissionTranslation> translations) =>
        string.Join("\n\n", translations.Select(one => string.Join("\n", All.Select(text => one.TextOf(text.Field)).Where(text => text.Length > 0).Prepend($"{one.Language} {one.Origin}"))));
}
