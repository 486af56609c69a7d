using PfP.Contracts.Calls.Api;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Contributing;

/// <summary>The draft of a practice, as far as a call and what came of it say it already.</summary>
internal static class OutcomePractice
{
    private const int LongestSummary = 800;

    /// <summary>The same whoever of its owner's members begins it, however often: a call leads to one draft.</summary>
    public static string KeyOf(CallSubmission call) => $"practice-of-call-{call.Id}";

    /// <param name="page">The call's public address.</param>
    public static SubmissionForm Of(CallSubmission call, string page)
    {
        var (form, outcome) = (call.Form, call.Outcome?.Text?.Trim() ?? "");
        return new()
        {
            Title = form.Title,
            Language = form.Language,
            Countries = [.. form.Countries.Select(code => new SubmissionCountry(code, "lead"))],
            Organisations = form.Organisations,
            Challenge = form.Background,
            Solution = outcome,
            Summary = Shortened(outcome),
            Themes = form.Themes,
            Links = [new(page, form.Title), .. call.Outcome?.Links ?? []],
            Contact = form.Contact,
            ComesFrom = page,
        };
    }

    /// <summary>As many whole words as a summary takes.</summary>
    private static string Shortened(string text)
    {
        if (text.Length <= LongestSummary)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', LongestSummary - 1);
        return $"{text[..(end > 0 ? end : LongestSummary - 1)].TrimEnd()}…";
    }
}
