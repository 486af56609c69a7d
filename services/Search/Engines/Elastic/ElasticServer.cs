using System.Text.Json;

namespace PfP.Search.Engines.Elastic;

/// <summary>What answers at the given addresses.</summary>
internal sealed record ElasticServer(string Name, Version Version)
{
    /// <summary>What this engine asks is the same in all of these.</summary>
    public bool IsSupported => Name == OpenSearch ? Version.Major >= 1 : Version >= new Version(7, 10) && Version.Major <= 9;

    private const string OpenSearch = "OpenSearch";

    public static ElasticServer Read(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("version", out var version) || !version.TryGetProperty("number", out var number))
        {
            return new("Something other than Elasticsearch", new Version(0, 0));
        }
        var name = version.TryGetProperty("distribution", out var distribution) && distribution.GetString() == "opensearch" ? OpenSearch : "Elasticsearch";
        return new(name, System.Version.TryParse(number.GetString()!.Split('-')[0], out var parsed) ? parsed : new Version(0, 0));
    }

    public override string ToString() => $"{Name} {Version}";
}
