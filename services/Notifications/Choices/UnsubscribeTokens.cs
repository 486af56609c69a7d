using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using PfP.Contracts.Notifications.Api;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Notifications.Choices;

/// <summary>What lets whoever has a mail stop its kind. It names member and kind, proves that we wrote it, and stands in no row.</summary>
internal sealed class UnsubscribeTokens(IOptions<SharedKeyOptions> options)
{
    private const int GuidBytes = 16;
    private const int NamedBytes = GuidBytes + 1;

    // By number in the tokens, for as long as their mails are kept: never another order.
    private static readonly string[] Kinds = [MailKinds.Reminders, MailKinds.Notices, MailKinds.Matches, MailKinds.Follows];

    private readonly byte[] key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(options.Value.Secret), outputLength: 32, info: "PfP unsubscribe"u8.ToArray());

    public string Create(Guid memberId, string kind)
    {
        byte[] named = [.. memberId.ToByteArray(bigEndian: true), (byte)Array.IndexOf(Kinds, kind)];
        return Base64Url.EncodeToString([.. named, .. HMACSHA256.HashData(key, named)]);
    }

    /// <returns>Null for what we did not write.</returns>
    public (Guid MemberId, string Kind)? Read(string? token)
    {
        if (token?.Length != Base64Url.GetEncodedLength(NamedBytes + HMACSHA256.HashSizeInBytes) || !Base64Url.IsValid(token))
        {
            return null;
        }

        ReadOnlySpan<byte> bytes = Base64Url.DecodeFromChars(token);
        var named = bytes[..NamedBytes];
        return CryptographicOperations.FixedTimeEquals(bytes[NamedBytes..], HMACSHA256.HashData(key, named))
            ? (new Guid(named[..GuidBytes], bigEndian: true), Kinds[named[GuidBytes]])
            : null;
    }
}
