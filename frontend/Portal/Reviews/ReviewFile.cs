using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using PfP.Portal.Resources;
using PfP.Portal.Text;
using PfP.ServiceDefaults;
using PfP.Vocabularies;

namespace PfP.Portal.Reviews;

/// <summary>A review as one table: a row for each figure as a whole, and for each country and theme that has something of it.</summary>
internal static class ReviewFile
{
    private static readonly string[] Columns = ["year", "area", "name", "code", "measure", "value"];

    public static FileContentHttpResult Of(YearReview review, IStringLocalizer<YearTexts> yearTexts)
    {
        string[] header = [.. Columns.Select(column => yearTexts[$"File.{column}"].Value)];
        var year = review.Year.ToString(CultureInfo.InvariantCulture);
        var totals = review.Figures.Select(figure => Row(yearTexts["Area.all"], "", "", figure, figure.Total!.Value));
        var parts =
            from area in ReviewAreas.All
            from figure in review.Figures
            from part in figure.By(area).Select(part => (Code: part.Key, Name: area.NameOf(part.Key), Count: part.Value)).OrderBy(part => part.Name, StringComparer.CurrentCulture)
            select Row(yearTexts[$"Area.{area.Parameter()}"], part.Name, part.Code, figure, part.Count);
        return SpreadsheetFile.Of($"pfp-yearly-review-{year}.csv", [header, .. totals, .. parts]);

        string[] Row(string area, string name, string code, ReviewFigure figure, int count) =>
            [year, area, name, code, yearTexts[$"Figure.{figure.Key}"], count.ToString(CultureInfo.InvariantCulture)];
    }

    /// <summary>Of a country or theme, in the language of the page.</summary>
    public static string NameOf(this ReviewArea area, string value) => area == ReviewArea.Country ? Labels.Country(value) : Vocabulary.Themes.LabelOf(value);
}
