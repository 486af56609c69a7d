using PfP.Contracts.Catalogue;
using PfP.Contracts.Gateway;

namespace PfP.Contracts;

/// <summary>
/// Which queues take each event. Every service declares all of them before it publishes, so that an event never
/// vanishes because its reader has not started yet.
/// </summary>
public static class Topology
{
    /// <summary>Durable queues by event type, named <c>service-event</c>.</summary>
    public static IReadOnlyDictionary<Type, IReadOnlyList<string>> Queues { get; } = new Dictionary<Type, IReadOnlyList<string>>
    {
        [typeof(EntryPublished)] = ["search-entry-published"],
        [typeof(EntryWithdrawn)] = ["search-entry-withdrawn"],
        [typeof(EntriesViewed)] = ["catalogue-entries-viewed"],
    };
}
