using PfP.Contracts.Catalogue.Api;
using PfP.Portal.Text;
using PfP.ServiceDefaults.Input;

namespace PfP.Portal.Contributing;

/// <summary>A practice in short, out of what its form says elsewhere: who does what, where and why. Its writer looks at it before it is sent in.</summary>
internal static class ProposedSummary
{
    private const int Longest = 800;

    /// <returns>Null before there are a challenge and an approach.</returns>
    public static string? Of(SubmissionForm form)
    {
        if (Typed.Given(form.Challenge) is not { } challenge || Typed.Given(form.Solution) is not { } solution)
        {
            return null;
        }

        var who = Typed.Given(form.Organisations.FirstOrDefault(organisation => organisation.Role == "lead")?.Name);
        var where = string.Join(", ", form.Countries.Select(country => PfP.Vocabularies.Countries.Find(country.Code)?.Name.In(form.Language)).OfType<string>());
        var head = Shortened(string.Join(" – ", new[] { who, where }.Where(part => !string.IsNullOrEmpty(part))), Longest / 4);
        var room = (Longest - head.Length - 5) / 2;
        return $"{(head.Length > 0 ? $"{head}: " : "")}{Ended(Shortened(FirstLines(challenge), room))} {Ended(Shortened(FirstLines(solution), room))}";
    }

    private static string FirstLines(string markdown) => SafeMarkdown.Plain(markdown).ReplaceLineEndings("\n").Split("\n\n")[0].Replace('\n', ' ').Trim();

    private static string Ended(string text) => text is [.., '.' or '!' or '?' or '…' or ':' or ';'] ? text : $"{text}.";

    // At the end of a sentence where one ends in the second half, else of a word.
    private static string Shortened(string text, int room)
    {
        if (text.Length <= room)
        {
            return text;
        }

        var sentence = text.LastIndexOf(". ", room - 1, StringComparison.Ordinal);
        return sentence > room / 2 ? text[..(sentence + 1)] : $"{text[..Math.Max(text.LastIndexOf(' ', room - 2), room / 2)].TrimEnd()}…";
    }
}
