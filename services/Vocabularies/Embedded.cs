using System.Text.Json;

namespace PfP.Vocabularies;

/// <summary>Reads the JSON files that the build embeds in this assembly.</summary>
internal static class Embedded
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static T Read<T>(string file)
    {
        using var stream = typeof(Embedded).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not embedded: run 'npm ci' and build again.");
        return JsonSerializer.Deserialize<T>(stream, Options)!;
    }
}
