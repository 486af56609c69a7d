using System.Security.Cryptography;
using System.Text.Json;

namespace Aspire.Hosting;

/// <summary>Generated secrets, kept beside the data that they protect, readable by their owner only.</summary>
internal sealed class SecretStore(HostSettings settings)
{
    private const int SecretBytes = 24;

    // Each parameter has a store of its own, and servers and databases are prepared at the same time: without it one secret is lost,
    // and the next start makes another one that does not open what the first protects.
    private static readonly Lock s_oneAtATime = new();

    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true };

    private string FilePath => Path.Combine(settings.DataFolder, "secrets.json");

    public static string CreateSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));

    public string GetOrCreate(string name)
    {
        lock (s_oneAtATime)
        {
            return ReadOrCreate(name);
        }
    }

    private string ReadOrCreate(string name)
    {
        var secrets = File.Exists(FilePath)
            ? JsonSerializer.Deserialize<SortedDictionary<string, string>>(File.ReadAllText(FilePath))!
            : [];
        if (!secrets.TryGetValue(name, out var secret))
        {
            secret = secrets[name] = CreateSecret();
            OwnerOnlyFile.Write(FilePath, JsonSerializer.Serialize(secrets, s_json));
        }

        return secret;
    }
}
