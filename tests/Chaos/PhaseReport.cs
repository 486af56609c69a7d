using PfP.Chaos.Load;

namespace PfP.Chaos;

/// <summary>What happened in a phase.</summary>
internal sealed record PhaseReport(string Phase, int Rows, IReadOnlyDictionary<string, int> Faults, Importer Importer, (int Good, int All) Reads, TimeSpan QuietAfter);
