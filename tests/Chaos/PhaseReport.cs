namespace PfP.Chaos;

/// <summary>What happened in a phase.</summary>
/// <param name="Load">How much was sent.</param>
/// <param name="Clients">What those who sent it saw.</param>
internal sealed record PhaseReport(string Phase, string Load, IReadOnlyDictionary<string, int> Faults, string Clients, TimeSpan QuietAfter);
