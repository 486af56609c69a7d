using System.Reflection;
using System.Text.RegularExpressions;
using PfP.Contracts;

namespace PfP.Architecture;

/// <summary>An event that nobody reads, or that a service reads from a queue nobody declares, would be lost.</summary>
public sealed partial class EventTests
{
    private const string Root = "services/Contracts/";

    // What every service that sends mail consumes is said once.
    private const string Pauses = "ServiceDefaults/Mail/PausedAddresses.cs";

    [Fact]
    public void Events_WhenListed_AllHaveAConsumer() => Assert.Empty(WithoutConsumer(Events(SourceFile.All(".cs")), Topology.Queues));

    [Fact]
    public void Rule_WhenAnEventHasNoConsumer_Fails()
    {
        SourceFile[] added = [new($"{Root}Catalogue/EntryRenamed.cs", "public sealed record EntryRenamed(Guid EntryId);")];

        Assert.Equal(["EntryRenamed"], WithoutConsumer(Events(added), Topology.Queues));
    }

    [Fact]
    public void Queues_WhenListed_AreEachConsumedByTheirService()
    {
        var sources = SourceFile.All(".cs").ToArray();

        Assert.Empty(Topology.Queues.SelectMany(pair => pair.Value.Where(queue => !IsConsumed(pair.Key, queue, sources))));
    }

    [Fact]
    public void Rule_WhenAQueueHasNoReader_Fails()
    {
        var (type, queues) = Topology.Queues.First();

        Assert.False(IsConsumed(type, queues[0], []));
        Assert.False(IsConsumed(type, "calls-entry-published", SourceFile.All(".cs")));
    }

    [Fact]
    public void Contracts_WhenBuilt_DependOnNothingButTheFramework() => Assert.Empty(Foreign(typeof(Topology).Assembly));

    [Fact]
    public void Rule_WhenAnAssemblyHasDependencies_Fails() => Assert.NotEmpty(Foreign(typeof(ServiceDefaults.ServiceDbContext).Assembly));

    // An event is a record with a file of its own in its producer's folder; replay's messages are sent, not published.
    private static IEnumerable<string> Events(IEnumerable<SourceFile> files) =>
        from file in files
        where EventFile().IsMatch(file.Path) && !file.Path.StartsWith($"{Root}Replay/", StringComparison.Ordinal)
        let name = Path.GetFileNameWithoutExtension(file.Path)
        where file.Text.Contains($"record {name}(", StringComparison.Ordinal)
        select name;

    private static IEnumerable<string> WithoutConsumer(IEnumerable<string> events, IReadOnlyDictionary<Type, IReadOnlyList<string>> topology) =>
        events.Where(name => !topology.Any(pair => pair.Key.Name == name && pair.Value.Count > 0));

    private static bool IsConsumed(Type type, string queue, IEnumerable<SourceFile> sources)
    {
        var own = sources.Where(file => file.Path.StartsWith($"services/{queue.Split('-')[0]}/", StringComparison.OrdinalIgnoreCase)).ToList();
        return Consumes(own, type) || (own.Exists(file => file.Text.Contains(".ConsumePauses()", StringComparison.Ordinal)) && Consumes(sources.Where(file => file.Path == Pauses), type));
    }

    private static bool Consumes(IEnumerable<SourceFile> sources, Type type) =>
        sources.Any(file => file.Text.Contains($"Consume<{type.Name},", StringComparison.Ordinal));

    private static IEnumerable<string> Foreign(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => !name.StartsWith("System.", StringComparison.Ordinal));

    [GeneratedRegex("^services/Contracts/[^/]+/[^/]+\\.cs$")]
    private static partial Regex EventFile();
}
