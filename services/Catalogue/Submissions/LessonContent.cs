using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Input;
using PfP.Vocabularies;

namespace PfP.Catalogue.Submissions;

/// <summary>What the form of a lesson says, as an addition to its practice, and what it lacks for that.</summary>
internal static class LessonContent
{
    private const int TextLimit = 4_000;

    public static IReadOnlyList<Breach> Wrong(SubmissionForm form) =>
    [
        .. Breach.Require("title", Typed.Given(form.Title)?.Length is > 0 and <= EntryRules.TitleLimit, $"It has a heading of at most {EntryRules.TitleLimit} characters."),
        .. Breach.Require("type", PracticeUpdate.Kinds.Contains(form.Type), $"It is one of {string.Join(", ", PracticeUpdate.Kinds)}."),
        .. Breach.Require("text", Typed.Given(form.Text)?.Length is > 0 and <= TextLimit, $"It has a text of at most {TextLimit} characters."),
        .. Breach.Require("date", IsDate(form.Date?.Trim()), "It is a year such as 2026, or a day such as 2026-03-14."),
        .. Breach.Require("language", Vocabulary.Languages.Find(form.Language) is not null, "It is not in the vocabulary."),
        .. Breach.Require("links", Links(form).All(link => Addresses.IsWeb(link.Url)), "One of them is not a web address."),
        // A file that nothing shows would be public all the same.
        .. Breach.Require("files", form.Files.Count == 0, "It has links, and no files."),
    ];

    public static Addition Build(SubmissionForm form) => new(form.Type!, Typed.Given(form.Title)!, Typed.Given(form.Text)!, form.Date!.Trim(), form.Language!) { Links = [.. Links(form)] };

    private static IEnumerable<Link> Links(SubmissionForm form) =>
        form.Links.Where(link => Typed.Given(link.Url) is not null).Select(link => new Link(link.Url!.Trim(), Typed.Given(link.Label), null));

    private static bool IsDate(string? text) => text is { Length: > 4 } ? Typed.Day(text) is not null : Typed.Number(text) is not null && Typed.IsYear(text);
}
