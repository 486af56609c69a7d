namespace PfP.ServiceDefaults.Messaging;

/// <summary>The events a service may send, and the queues that take them, known by name and by type.</summary>
internal sealed class EventTypes(IReadOnlyDictionary<Type, IReadOnlyList<string>> topology)
{
    private readonly Dictionary<string, Type> byName = topology.Keys.ToDictionary(NameOf, StringComparer.Ordinal);

    public IReadOnlyDictionary<Type, IReadOnlyList<string>> Topology => topology;

    public static string NameOf(Type type) => type.FullName!;

    public Type Find(string name) =>
        byName.TryGetValue(name, out var type) ? type : throw new InvalidOperationException($"No event named {name} is listed in Contracts.Topology.");

    /// <summary>The name of a service's queue for an event: <c>catalogue-entries-viewed</c>.</summary>
    public static string QueueOf(string service, Type type) => $"{service}-{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name)}";
}
