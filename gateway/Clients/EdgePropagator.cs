using System.Diagnostics;

namespace PfP.Gateway.Clients;

/// <summary>Traces begin here: a trace id or baggage from outside is not taken over, but ours is passed on.</summary>
internal sealed class EdgePropagator : DistributedContextPropagator
{
    private readonly DistributedContextPropagator _inner = CreateW3CPropagator();

    public override IReadOnlyCollection<string> Fields => _inner.Fields;

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter) => _inner.Inject(activity, carrier, setter);

    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) =>
        (traceId, traceState) = (null, null);

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
