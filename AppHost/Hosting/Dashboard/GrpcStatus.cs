namespace Aspire.Hosting.Dashboard;

/// <summary>The status codes of gRPC that are answered here.</summary>
internal enum GrpcStatus
{
    Ok = 0,
    Cancelled = 1,
    Unknown = 2,
    InvalidArgument = 3,
    NotFound = 5,
    Unimplemented = 12,
    Unauthenticated = 16,
}

internal sealed class GrpcException(GrpcStatus status, string message) : Exception(message)
{
    public GrpcStatus Status => status;
}
