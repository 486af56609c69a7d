using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PfP.Identity.Provider.Tokens;

/// <summary>A code or refresh token: 256 random bits, of which only the hash is kept.</summary>
internal static class Handle
{
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string handle) => SHA256.HashData(Encoding.UTF8.GetBytes(handle));
}
