using System.Text.Json;
using System.Text.Json.Nodes;
using MassTransit.Serialization;

namespace PfP.Testing;

/// <summary>The committed samples of the events of one test project: <c>Name.1.json</c>, <c>Name.2.json</c> and so on, one for each shape ever published.</summary>
/// <param name="folder">Relative to the repository.</param>
public sealed class EventSamples(string folder)
{
    public T Read<T>(string file) => JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(Repository.Root, folder, file)), SystemTextJsonMessageSerializer.Options)!;

    /// <summary>Members of the event that its newest sample does not have.</summary>
    public IEnumerable<string> MissingInTheNewest(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var newest = Directory.GetFiles(Path.Combine(Repository.Root, folder), $"{type.Name}.*.json").OrderBy(path => int.Parse(Path.GetFileName(path).Split('.')[1], null)).Last();
        var sample = JsonNode.Parse(File.ReadAllText(newest))!.AsObject();
        return type.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Except(sample.Select(member => member.Key));
    }
}
