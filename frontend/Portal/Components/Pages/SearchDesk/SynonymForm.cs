using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using PfP.Contracts.Search.Api;
using PfP.Portal.Clients;
using PfP.Portal.Resources;

namespace PfP.Portal.Components.Pages.SearchDesk;

/// <summary>A group of synonyms as it is typed, and what is wrong with it in the reader's language.</summary>
internal static partial class SynonymForm
{
    public static SynonymGroupRequest Read(IFormCollection form) => new(
        form["expressions"].ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        form["oneWay"] == "true");

    /// <summary>What can be told without the search; empty where nothing is wrong.</summary>
    public static string Check(IStringLocalizer<SearchDeskTexts> searchDeskTexts, SynonymGroupRequest group) =>
        group.Expressions is not { Count: >= SynonymLimits.FewestExpressions and <= SynonymLimits.MostExpressions } lines
            ? searchDeskTexts["Wrong.Number", SynonymLimits.FewestExpressions, SynonymLimits.MostExpressions]
            : lines.FirstOrDefault(line => line.Length > SynonymLimits.LongestExpression) is { } line
                ? searchDeskTexts["Wrong.TooLong", line, SynonymLimits.LongestExpression]
                : "";

    /// <summary>The search says which of the lines it does not take.</summary>
    public static Outcome InWords(IStringLocalizer<SearchDeskTexts> searchDeskTexts, Outcome outcome, SynonymGroupRequest group) => outcome with
    {
        Problems = [.. outcome.Problems.Select(problem => Line().Match(problem.Field) is { Success: true } line
            ? ("expressions", searchDeskTexts["Wrong.Line", group.Expressions!.ElementAtOrDefault(int.Parse(line.Groups["line"].ValueSpan, CultureInfo.InvariantCulture)) ?? ""].Value)
            : problem.Field.Length == 0 ? ("", searchDeskTexts["Wrong.Full", SynonymLimits.MostGroups].Value)
            : problem)],
    };

    [GeneratedRegex(@"^expressions\[(?<line>\d{1,3})\]$")]
    private static partial Regex Line();
}
