using PfP.Chaos.Processes;

namespace PfP.Chaos;

/// <summary>Some services with what they need, and what happens to them.</summary>
internal interface IScenario : IAsyncDisposable
{
    /// <summary>Of the phases that were played.</summary>
    List<PhaseReport> Reports { get; }

    /// <summary>All that were started.</summary>
    IReadOnlyList<Supervised> Processes { get; }

    Task PlayAsync(CancellationToken cancellationToken);
}
