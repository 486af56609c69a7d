namespace PfP.ServiceDefaults;

/// <summary>A year as reviews count it: by UTC, like all that is stored.</summary>
public readonly record struct CalendarYear(int Number)
{
    private const int First = 1900;
    private const int Last = 2999;

    public static string Rule => $"It is a year from {First} to {Last}.";

    public DateTimeOffset Start => new(Number, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The first moment of the next one.</summary>
    public DateTimeOffset End => Start.AddYears(1);

    public static bool Exists(int number) => number is >= First and <= Last;
}
