using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Counts;

internal static class CountsFile
{
    private static readonly string[] Header = ["entry", "address", "month", "views", "downloads"];

    public static FileContentHttpResult Of(EntryCounts counts) => SpreadsheetFile.Of($"{counts.Entry.Slug}-counts.csv", counts.Months.Select(month => Row(counts.Entry, month)).Prepend(Header));

    private static string[] Row(EntryLink entry, MonthCount count) =>
    [
        entry.Title,
        entry.Url,
        count.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        count.Views.ToString(CultureInfo.InvariantCulture),
        count.Downloads.ToString(CultureInfo.InvariantCulture),
    ];
}
