using System.Runtime.InteropServices;

namespace Aspire.Hosting.ApplicationModel;

public enum WaitType
{
    WaitUntilHealthy,
    WaitForCompletion,
    WaitUntilStarted,
}

public sealed record WaitAnnotation(IResource Resource, WaitType WaitType, int ExitCode = 0) : IResourceAnnotation;

/// <summary>At the application's start, the other one's turn is before this resource's, which does not depend on it.</summary>
public sealed record LetFirstAnnotation(IResource Resource) : IResourceAnnotation;

public sealed record ReplicaAnnotation(int Replicas) : IResourceAnnotation;

/// <summary>An arrow in the dashboard's graph.</summary>
public sealed record ResourceRelationshipAnnotation(IResource Resource, string Type) : IResourceAnnotation;

/// <summary>Answers null when the resource is well, else what is wrong with it.</summary>
internal delegate Task<string?> HealthProbe(CancellationToken cancellationToken);

internal sealed record HealthCheckAnnotation(string Key, HealthProbe Probe) : IResourceAnnotation;

/// <summary>Somebody else runs this server: it is used, and not started.</summary>
internal sealed record GivenConnectionStringAnnotation(ReferenceExpression ConnectionString) : IResourceAnnotation;

/// <summary>The signal that ends this program in order, where that is not SIGTERM.</summary>
internal sealed record StopSignalAnnotation(PosixSignal Signal) : IResourceAnnotation;

/// <summary>What the dashboard calls the kind of resource.</summary>
internal sealed record ResourceTypeAnnotation(string Type) : IResourceAnnotation;

/// <summary>What the resource writes after this mark is meant for the person at the terminal.</summary>
internal sealed record AnnouncementAnnotation(string Mark) : IResourceAnnotation;
