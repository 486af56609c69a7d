namespace PfP.Contracts.Calls;

/// <summary>Until when replies are taken, in the words of a call's owner.</summary>
/// <param name="Date">The last day on which they are; of a month, its last day.</param>
/// <param name="Time">With precision <c>minute</c> only.</param>
/// <param name="Zone">IANA time zone.</param>
/// <param name="Precision"><c>minute</c>, <c>day</c> (it ends at 24:00 in the zone) or <c>month</c> (its last day does).</param>
public sealed record StatedDeadline(DateOnly Date, TimeOnly? Time, string Zone, string Precision);
