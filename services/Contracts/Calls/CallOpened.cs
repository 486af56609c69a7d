namespace PfP.Contracts.Calls;

/// <summary>The moment from which replies are taken has come. Once for each such moment, also where nobody was there to see it pass.</summary>
/// <param name="At">That moment; the event may come later.</param>
public sealed record CallOpened(Guid CallId, DateTimeOffset At);
