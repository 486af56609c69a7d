namespace Aspire.Hosting.Dcp;

/// <summary>The parts of DCP's Kubernetes-style objects that are used here.</summary>
internal sealed record DcpObject<TSpec, TStatus>(DcpMetadata Metadata, TSpec Spec, TStatus? Status = null) where TStatus : class
{
    public string ApiVersion { get; init; } = DcpClient.ApiVersion;

    public string? Kind { get; init; }
}

/// <summary>The name may be used again; <paramref name="Uid"/>, which DCP gives, tells one object from its successor of that name.</summary>
internal sealed record DcpMetadata(string Name, IReadOnlyDictionary<string, string>? Annotations = null, string? Uid = null);

internal sealed record DcpService(int Port, string Protocol = "TCP", string AddressAllocationMode = "Localhost");

internal sealed record DcpServiceStatus(int? EffectivePort = null);

internal sealed record DcpExecutable(string ExecutablePath, string WorkingDirectory, IReadOnlyList<string>? Args, IReadOnlyList<DcpVariable>? Env)
{
    public string ExecutionType { get; init; } = "Process";
}

internal sealed record DcpVariable(string Name, string? Value = null);

internal sealed record DcpExecutableStatus
{
    public string? State { get; init; }

    public int? ExitCode { get; init; }

    public long? Pid { get; init; }

    public DateTime? StartupTimestamp { get; init; }

    public DateTime? FinishTimestamp { get; init; }

    public IReadOnlyList<string>? EffectiveArgs { get; init; }

    public IReadOnlyList<DcpVariable>? EffectiveEnv { get; init; }
}

/// <summary>A service's port that a process serves.</summary>
internal sealed record DcpServiceProducer(string ServiceName);

internal sealed record DcpWatchEvent(string Type, DcpObject<DcpExecutable, DcpExecutableStatus> Object);
