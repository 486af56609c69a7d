using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace PfP.Testing.Identity;

/// <summary>A signed token in the making, which a test may spoil in any way before it is written.</summary>
public sealed class TokenDraft
{
    internal TokenDraft(TestKey key, string? type)
    {
        Header = new() { ["alg"] = "RS256", ["kid"] = key.Id };
        if (type is not null)
        {
            Header["typ"] = type;
        }

        Sign = data => key.Rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    public Dictionary<string, object> Header { get; }

    public Dictionary<string, object> Payload { get; } = [];

    public Func<byte[], byte[]> Sign { get; set; }

    public string Write()
    {
        var signed = $"{Encode(JsonSerializer.SerializeToUtf8Bytes(Header))}.{Encode(JsonSerializer.SerializeToUtf8Bytes(Payload))}";
        return $"{signed}.{Encode(Sign(System.Text.Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
