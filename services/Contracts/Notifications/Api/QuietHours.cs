namespace PfP.Contracts.Notifications.Api;

/// <summary>Hours of a member's day in which they get no mail about calls and what they follow; they may pass midnight.</summary>
/// <param name="From">0 to 23.</param>
/// <param name="To">The first hour after them.</param>
public sealed record QuietHours(int From, int To)
{
    /// <returns>Null where there are none, and for what cannot be any.</returns>
    public static QuietHours? Of(int? from, int? to) => from is >= 0 and <= 23 and { } begin && to is >= 0 and <= 23 and { } end && begin != end ? new(begin, end) : null;

    public bool Hold(int hour) => From < To ? hour >= From && hour < To : hour >= From || hour < To;
}
