using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>What is known of a running resource at one moment.</summary>
internal sealed record ResourceSnapshot
{
    public string State { get; init; } = KnownResourceStates.NotStarted;

    public int? ExitCode { get; init; }

    public long? Pid { get; init; }

    public DateTime CreatedAt { get; init; } = DateTime.UtcNow;

    public DateTime? StartedAt { get; init; }

    public DateTime? StoppedAt { get; init; }

    /// <summary>Somebody asked for the end, so that it is no failure, whatever the exit code.</summary>
    public bool StopRequested { get; init; }

    public ImmutableArray<EnvironmentVariable> Environment { get; init; } = [];

    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Results by health check; a check that has not run since the start is missing.</summary>
    public ImmutableDictionary<string, HealthResult> Health { get; init; } = ImmutableDictionary<string, HealthResult>.Empty;

    public bool IsRunning => State == KnownResourceStates.Running;

    public bool IsOver => KnownResourceStates.TerminalStates.Contains(State);

    public bool IsFailure => !StopRequested && State is KnownResourceStates.Exited or KnownResourceStates.FailedToStart;
}

internal sealed record EnvironmentVariable(string Name, string Value, bool IsFromSpec);

internal sealed record HealthResult(string? Problem, DateTime At);
