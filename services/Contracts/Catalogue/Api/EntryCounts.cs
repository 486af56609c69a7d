namespace PfP.Contracts.Catalogue.Api;

/// <summary>How often an entry was read and its files downloaded, for those who answer for it and for the secretariat. Days and months are UTC's.</summary>
/// <param name="State">published, archived, withdrawn or merged; what was counted stays.</param>
/// <param name="Since">The day on which counting began here.</param>
/// <param name="Months">From the one in which counting began, or the entry was published, to this one; none is left out.</param>
public sealed record EntryCounts(EntryLink Entry, string State, DateOnly Since, CountTotals Totals, IReadOnlyList<MonthCount> Months)
{
    /// <summary>Where its address leads now; what is read there counts there.</summary>
    public EntryLink? MergedInto { get; init; }
}

/// <summary>With what was counted of entries that have been merged into it.</summary>
/// <param name="Last30Days">Today and the 29 days before it.</param>
/// <param name="Last12Months">This month and the eleven before it.</param>
public sealed record CountTotals(ReadCount Last30Days, ReadCount Last12Months, ReadCount Ever);

public sealed record ReadCount(long Views, long Downloads);

/// <param name="Month">Its first day.</param>
public sealed record MonthCount(DateOnly Month, long Views, long Downloads);
