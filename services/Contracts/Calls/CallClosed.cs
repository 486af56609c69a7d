namespace PfP.Contracts.Calls;

/// <summary>The deadline has passed. Once for each deadline, also where nobody was there to see it pass.</summary>
/// <param name="At">The deadline; the event may come later.</param>
public sealed record CallClosed(Guid CallId, DateTimeOffset At);
