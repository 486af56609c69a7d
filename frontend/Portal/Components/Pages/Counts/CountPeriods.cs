using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Components.Pages.Counts;

/// <summary>The periods over which views and downloads are added up.</summary>
internal sealed record CountPeriod(string Name, Func<CountTotals, ReadCount> Of);

internal static class CountPeriods
{
    public static IReadOnlyList<CountPeriod> All { get; } = [new("Last30Days", totals => totals.Last30Days), new("Last12Months", totals => totals.Last12Months), new("Ever", totals => totals.Ever)];
}
