using System.Security.Cryptography;
using System.Text.Json;

namespace Aspire.Hosting;

/// <summary>Generated secrets, kept beside the data that they protect, readable by their owner only.</summary>
internal sealed class SecretStore(HostSettings settings)
{
    private const int SecretBytes = 24;
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true };

    private string FilePath => Path.Combine(settings.DataFolder, "secrets.json");

    public static string CreateSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));

    public string GetOrCreate(string name)
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
