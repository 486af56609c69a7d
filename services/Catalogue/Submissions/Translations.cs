using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Input;
using PfP.Vocabularies;

namespace PfP.Catalogue.Submissions;

/// <summary>The texts of a form in all its languages, and what is wrong with those in further ones.</summary>
internal static class Translations
{
    public const string Field = "translations";

    /// <summary>In the language it is written in.</summary>
    public static SubmissionTranslation Original(this SubmissionForm form) => new(Typed.Given(form.Language) ?? "en", SubmissionTranslation.Origins[0])
    {
        Title = form.Title,
        Summary = form.Summary,
        Challenge = form.Challenge,
        Solution = form.Solution,
        Purpose = form.Purpose,
        Audience = form.Audience,
        Lessons = form.Lessons,
        Programme = form.Programme,
        Text = form.Text,
    };

    /// <summary>Those in which something is written.</summary>
    public static IEnumerable<SubmissionTranslation> Written(this SubmissionForm form) => form.Translations.Where(IsWritten);

    /// <summary>By language, for an entry of a template; the language that it is written in stands for itself, whatever else is said to be in it.</summary>
    public static Dictionary<string, EntryTexts> TextsOf(this SubmissionTemplate template, SubmissionForm form) =>
        form.Written().Prepend(form.Original()).DistinctBy(texts => texts.Language ?? "").ToDictionary(texts => texts.Language ?? "", template.TextsOf);

    public static IEnumerable<Breach> Wrong(SubmissionForm form)
    {
        var written = form.Written().ToList();
        var languages = written.Select(texts => texts.Language).Prepend(form.Original().Language).ToList();
        return
        [
            .. Breach.Require(Field, written.TrueForAll(texts => Vocabulary.Languages.Find(texts.Language) is not null), "One of them is in no language of the vocabulary."),
            .. Breach.Require(Field, languages.Distinct().Count() == languages.Count, "Each language stands once, and not the one it is written in."),
            .. Breach.Require(Field, written.TrueForAll(texts => SubmissionTranslation.Origins.Contains(texts.Origin)), "Say who translated it: a person or a machine."),
            .. Breach.Require(Field, written.TrueForAll(texts => Typed.Given(texts.Title)?.Length is > 0 and <= EntryRules.TitleLimit), $"Each has a title of at most {EntryRules.TitleLimit} characters."),
            .. Breach.Require(Field, written.TrueForAll(texts => Typed.Given(texts.Summary) is null or { Length: <= EntryRules.SummaryLimit }), $"A summary has at most {EntryRules.SummaryLimit} characters."),
        ];
    }

    public static IEnumerable<Breach> CheckLimits(SubmissionForm form, int longest) => Typed.Rows(Field, form.Translations, texts => [texts.Language, texts.Origin, texts.Title], most: 10) switch
    {
        // Its rows may be null before that is said.
        var wrong when wrong.Any() => wrong,
        _ => form.Translations.SelectMany(Paragraphs)
            .SelectMany(text => Typed.Text(Field, text, longest)).Take(1),
    };

    /// <summary>What a published entry says in its further languages, as far as the form of its kind asks for it.</summary>
    public static IReadOnlyList<SubmissionTranslation> Of(SubmissionTemplate template, EntryContent content) =>
    [
        .. content.Texts.Where(texts => texts.Key != content.Language).OrderBy(texts => texts.Key, StringComparer.Ordinal).Select(texts =>
            (template.Read(new SubmissionForm { Title = texts.Value.Title, Summary = texts.Value.Summary }, content, texts.Value) with { Language = texts.Key }).Original() with { Origin = texts.Value.Origin }),
    ];

    private static bool IsWritten(SubmissionTranslation texts) => Paragraphs(texts).Prepend(texts.Title).Any(text => Typed.Given(text) is not null);

    /// <summary>All but its title, which is one line.</summary>
    private static string?[] Paragraphs(SubmissionTranslation texts) => [texts.Summary, texts.Challenge, texts.Solution, texts.Purpose, texts.Audience, texts.Lessons, texts.Programme, texts.Text];
}
