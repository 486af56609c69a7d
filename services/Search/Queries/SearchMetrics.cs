using System.Diagnostics.Metrics;

namespace PfP.Search.Queries;

/// <summary>The numbers of searching.</summary>
internal static class SearchMetrics
{
    public const string Name = "PfP.Search";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Searches = Meter.CreateCounter<long>("pfp.search.searches", "{search}", "Searches that were answered, on whatever page.");
    private static readonly Counter<long> Empty = Meter.CreateCounter<long>("pfp.search.empty", "{search}", "Searches that found nothing.");

    public static void Count(int total)
    {
        Searches.Add(1);
        if (total == 0)
        {
            Empty.Add(1);
        }
    }
}
