using System.Diagnostics;

namespace PfP.ServiceDefaults;

/// <summary>A trace that is stored with what is to be done later, and goes on when that is done.</summary>
public static class StoredTrace
{
    /// <summary>A span of the trace whose W3C <c>traceparent</c> was stored, or the first of a new one where none was.</summary>
    public static Activity? Continue(this ActivitySource source, string name, ActivityKind kind, string? traceparent)
    {
        ArgumentNullException.ThrowIfNull(source);
        return ActivityContext.TryParse(traceparent, null, isRemote: true, out var parent)
            ? source.StartActivity(name, kind, parent)
            : source.StartActivity(name, kind);
    }
}
