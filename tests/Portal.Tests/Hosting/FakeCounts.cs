using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Tests.Hosting;

/// <summary>Fourteen months of views, among them months without any.</summary>
public static class FakeCounts
{
    public static readonly CountTotals Totals = new(new(1234, 0), new(4321, 12), new(98765, 43));

    private static readonly DateOnly First = new(2025, 10, 1);

    public static EntryCounts Of(EntryLink entry, string state = "published", EntryLink? mergedInto = null, bool saved = true) => new(
        entry, state, First.AddDays(6), Totals, [.. Enumerable.Range(0, 14).Select(month => new MonthCount(First.AddMonths(month), month % 3 * 100, saved ? month % 2 : 0))])
    {
        MergedInto = mergedInto,
    };
}
