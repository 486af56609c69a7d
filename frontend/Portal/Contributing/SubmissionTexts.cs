using Microsoft.Extensions.Localization;
using PfP.Contracts.Catalogue.Api;
using PfP.Design.Languages;
using PfP.Design.Resources;
using PfP.Portal.Resources;
using PfP.Portal.Text;
using PfP.Vocabularies;

namespace PfP.Portal.Contributing;

/// <summary>What a form says at each field, in words of the page's language.</summary>
internal static class SubmissionTexts
{
    /// <summary>What a page about it is called, also before it has a title.</summary>
    public static string Title(string? title, IStringLocalizer<ContributionTexts> words) => string.IsNullOrWhiteSpace(title) ? words["Untitled"] : title;

    /// <summary>Where it stands: its state, or, of what was published directly, its review.</summary>
    public static string Standing(string state, string? review) => review switch { PublicationReviews.Waiting => "to_review", PublicationReviews.Withdrawn => "withdrawn", _ => state };

    /// <summary>A text that reads otherwise where it is about a policy tool, a session, a recommendation, a lesson or a call.</summary>
    public static LocalizedString For(this IStringLocalizer<ContributionTexts> words, string kind, string name, params object[] arguments)
    {
        var own = kind switch { SubmissionKinds.Tool => $"Tool.{name}", SubmissionKinds.Session => $"Session.{name}", SubmissionKinds.Recommendation => $"Recommendation.{name}", SubmissionKinds.Lesson => $"Lesson.{name}", CallFields.Kind => $"Call.{name}", _ => name };
        var key = words[own].ResourceNotFound ? name : own;
        return arguments.Length == 0 ? words[key] : words[key, arguments];
    }

    /// <summary>A field's name, or what a client of the API calls one that we do not know.</summary>
    public static string FieldName(this IStringLocalizer<ContributionTexts> words, string kind, string field) =>
        words.For(kind, $"Field.{field}") is { ResourceNotFound: false } known ? known.Value : field;

    public static IEnumerable<(string Value, string Label)> Choices(IReadOnlyList<Term> terms) => terms.Select(term => (term.Value, term.Label.In(SiteLanguage.Current.Code)));

    /// <summary>Those of a word or a line, in the order of the form.</summary>
    public static IEnumerable<(string Field, string Text)> Facts(string kind, SubmissionForm form, IStringLocalizer<ContributionTexts> words) => Known(kind,
    [
        ("summit", form.Summit ?? ""),
        ("roundTable", form.RoundTable ?? ""),
        ("sourceName", form.SourceName ?? ""),
        ("sourceUrl", form.SourceUrl ?? ""),
        ("sourcePage", form.SourcePage ?? ""),
        ("startDate", Dates.Shown(form.StartDate ?? "")),
        ("endDate", Dates.Shown(form.EndDate ?? "")),
        ("duration", form.Duration ?? ""),
        ("place", form.Place ?? ""),
        ("countries", string.Join(", ", form.Countries.Select(country => $"{Labels.Country(country.Code ?? "")} ({Vocabulary.CountryRoles.LabelOf(country.Role ?? "")})").Append(form.IsGlobal ? words["Countries.Global"].Value : "").Where(text => text.Length > 0))),
        ("organisations", string.Join(", ", form.Organisations.Select(organisation => $"{organisation.Name} ({words.Or($"OrganisationRole.{organisation.Role}", organisation.Role ?? "")})"))),
        ("themes", string.Join(", ", form.Themes.Select(Vocabulary.Themes.LabelOf))),
        ("gcm", string.Join(", ", form.Gcm.Select(Labels.Gcm))),
        ("type", kind == SubmissionKinds.Lesson ? words.Or($"LessonType.{form.Type}", form.Type ?? "") : Labels.Type(kind, form.Type ?? "")),
        ("status", Vocabulary.Statuses.LabelOf(form.Status ?? "")),
        ("startYear", form.StartYear ?? ""),
        ("date", Dates.Shown(form.Date ?? "")),
        ("year", form.Year ?? ""),
        ("edition", form.Edition ?? ""),
        ("documentLanguages", string.Join(", ", form.DocumentLanguages.Select(Vocabulary.SpokenLanguages.LabelOf))),
        ("format", form.Format ?? ""),
        ("testedIn", string.Join(", ", form.TestedIn.Select(Labels.Country))),
        ("gfmdOrigin", form.GfmdOrigin ?? ""),
        ("language", Vocabulary.Languages.LabelOf(form.Language ?? "")),
        ("contact", $"{form.Contact?.Name} {form.Contact?.Email}".Trim()),
        ("comesFrom", form.ComesFrom ?? ""),
        ("note", form.Note ?? ""),
    ]);

    /// <summary>Those of several paragraphs.</summary>
    public static IEnumerable<(string Field, string Text)> Paragraphs(string kind, SubmissionForm form) => Known(kind,
    [
        ("summary", form.Summary ?? ""), ("challenge", form.Challenge ?? ""), ("solution", form.Solution ?? ""), ("purpose", form.Purpose ?? ""), ("audience", form.Audience ?? ""), ("text", form.Text ?? ""), ("programme", form.Programme ?? ""),
        ("lessons", form.Lessons ?? ""),
    ]);

    /// <summary>Those of several lines: links and files, with what they are.</summary>
    public static IEnumerable<(string Field, IReadOnlyList<string> Lines)> Lists(string kind, SubmissionForm form, IStringLocalizer<ContributionTexts> words) =>
        Known<IReadOnlyList<string>>(kind,
        [
            ("presentations", [.. form.Presentations.Select(SubmissionFields.Text)]), ("usedBy", form.UsedBy), ("links", [.. form.Links.Select(link => $"{link.Label} {link.Url}".Trim())]), ("files", [.. form.Files.Select(file => $"{file.Label} ({file.Name})".Trim())]),
            ("video", [.. new[] { form.Video?.Url, form.Video is { Url.Length: > 0, Captions.Length: > 0 } video ? words.Or($"Video.Captions.{video.Captions}", video.Captions) : null, form.Video?.Transcript }.OfType<string>().Where(line => line.Length > 0)]),
        ]);

    /// <summary>The form's texts in further languages, which a lesson does not have.</summary>
    public static IEnumerable<SubmissionTranslation> Translations(string kind, SubmissionForm form) => kind == SubmissionKinds.Lesson ? [] : form.Translations;

    /// <summary>In which language it is, and who translated it.</summary>
    public static string TranslationName(this IStringLocalizer<ContributionTexts> words, SubmissionTranslation translation) =>
        $"{Vocabulary.Languages.LabelOf(translation.Language ?? "")} · {words.Or($"Translations.By.{translation.Origin}", translation.Origin ?? "")}";

    /// <summary>What it says but for its title, in the order of the form.</summary>
    public static IEnumerable<(string Field, string Text)> Translated(string kind, SubmissionTranslation translation) =>
        TranslationFields.Of(kind).Skip(1).Select(text => (text.Field, Text: translation.TextOf(text.Field))).Where(text => text.Text.Length > 0);

    /// <summary>What differs between two forms, field by field, in each language of its own.</summary>
    public static IEnumerable<(string Name, string Before, string After)> Changes(string kind, SubmissionForm before, SubmissionForm after, IStringLocalizer<ContributionTexts> words) =>
        All(kind, before, words).Zip(All(kind, after, words), (one, other) => (words.For(kind, $"Field.{one.Field}").Value, one.Text, other.Text))
            .Concat(Languages(kind, before, after).SelectMany(language => Translated(kind, language, before, words).Zip(Translated(kind, language, after, words), (one, other) => (one.Name, one.Text, other.Text))))
            .Where(field => field.Item2 != field.Item3);

    private static IEnumerable<string?> Languages(string kind, params SubmissionForm[] forms) => forms.SelectMany(form => Translations(kind, form)).Select(one => one.Language).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<(string Name, string Text)> Translated(string kind, string? language, SubmissionForm form, IStringLocalizer<ContributionTexts> words)
    {
        var (name, written) = (Vocabulary.Languages.LabelOf(language ?? ""), form.Translations.FirstOrDefault(one => one.Language == language));
        return TranslationFields.Of(kind)
            .Select(text => (words["Translations.In", words.For(kind, $"Field.{text.Field}").Value, name].Value, (written?.TextOf(text.Field) ?? "").ReplaceLineEndings("\n").Trim()))
            .Append((words["Translations.In", words["Translations.Origin"].Value, name].Value, written is null ? "" : words.Or($"Translations.{written.Origin}", written.Origin ?? "")));
    }

    private static IEnumerable<(string Field, string Text)> All(string kind, SubmissionForm form, IStringLocalizer<ContributionTexts> words) =>
        ((IEnumerable<(string Field, string Text)>)
        [
            ("title", form.Title ?? ""), .. Facts(kind, form, words), .. Lists(kind, form, words).Select(list => (list.Field, string.Join("\n", list.Lines))), .. Paragraphs(kind, form),
        ]).Select(field => (field.Field, field.Text.ReplaceLineEndings("\n").Trim()));

    // What a client of the API has set beyond the form of the kind is nobody's to read: it is not published.
    private static IEnumerable<(string Field, T Value)> Known<T>(string kind, IEnumerable<(string Field, T Value)> fields) =>
        fields.Where(field => SubmissionFields.Of(kind, isCorrection: true).Contains(field.Field));
}
