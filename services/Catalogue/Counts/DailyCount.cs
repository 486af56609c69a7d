namespace PfP.Catalogue.Counts;

/// <summary>How often an entry was read on a day: a number, with no trace of who read it.</summary>
internal sealed class DailyCount
{
    public DateOnly Day { get; init; }

    public Guid EntryId { get; init; }

    public int Views { get; init; }

    public int Downloads { get; init; }
}
