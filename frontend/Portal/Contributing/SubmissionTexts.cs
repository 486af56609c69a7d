using Microsoft.Extensions.Localization;
using PfP.Contracts.Catalogue.Api;
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

    /// <summary>Those of a word or a line, in the order of the form.</summary>
    public static IEnumerable<(string Field, string Text)> Facts(SubmissionForm form, IStringLocalizer<ContributionTexts> words) =>
    [
        ("countries", string.Join(", ", form.Countries.Select(country => $"{Labels.Country(country.Code ?? "")} ({Vocabulary.CountryRoles.LabelOf(country.Role ?? "")})").Append(form.IsGlobal ? words["Countries.Global"].Value : "").Where(text => text.Length > 0))),
        ("organisations", string.Join(", ", form.Organisations.Select(organisation => $"{organisation.Name} ({words.Or($"OrganisationRole.{organisation.Role}", organisation.Role ?? "")})"))),
        ("themes", string.Join(", ", form.Themes.Select(Vocabulary.Themes.LabelOf))),
        ("type", Vocabulary.PracticeTypes.LabelOf(form.Type ?? "")),
        ("status", Vocabulary.Statuses.LabelOf(form.Status ?? "")),
        ("startYear", form.StartYear ?? ""),
        ("language", Vocabulary.Languages.LabelOf(form.Language ?? "")),
        ("contact", $"{form.Contact?.Name} {form.Contact?.Email}".Trim()),
        ("note", form.Note ?? ""),
    ];

    /// <summary>Those of several paragraphs.</summary>
    public static IEnumerable<(string Field, string Text)> Paragraphs(SubmissionForm form) =>
        [("summary", form.Summary ?? ""), ("challenge", form.Challenge ?? ""), ("solution", form.Solution ?? ""), ("lessons", form.Lessons ?? "")];

    /// <summary>What differs between two forms.</summary>
    public static IEnumerable<(string Field, string Before, string After)> Changes(SubmissionForm before, SubmissionForm after, IStringLocalizer<ContributionTexts> words) =>
        All(before, words).Zip(All(after, words), (one, other) => (one.Field, one.Text, other.Text)).Where(field => field.Item2 != field.Item3);

    private static IEnumerable<(string Field, string Text)> All(SubmissionForm form, IStringLocalizer<ContributionTexts> words) =>
        ((IEnumerable<(string Field, string Text)>)[("title", form.Title ?? ""), .. Facts(form, words), ("links", string.Join("\n", form.Links.Select(link => $"{link.Label} {link.Url}".Trim()))), ("files", string.Join("\n", form.Files.Select(file => $"{file.Label} {file.Name}".Trim()))), .. Paragraphs(form)])
            .Select(field => (field.Field, field.Text.ReplaceLineEndings("\n").Trim()));
}
