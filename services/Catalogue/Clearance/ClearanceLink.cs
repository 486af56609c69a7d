using System.Buffers.Text;
using System.Security.Cryptography;

namespace PfP.Catalogue.Clearance;

/// <summary>Lets whoever has it read a submission for a while. A submission has one at most.</summary>
internal sealed class ClearanceLink
{
    private const int Size = 32;
    private static readonly int Length = Base64Url.GetEncodedLength(Size);

    public Guid SubmissionId { get; private init; }

    public byte[] Hash { get; private init; } = [];

    public DateTimeOffset ExpiresAt { get; private init; }

    /// <returns>The link, and its secret, which stands nowhere else.</returns>
    public static (ClearanceLink Link, string Token) Make(Guid submissionId, DateTimeOffset expiresAt)
    {
        var secret = RandomNumberGenerator.GetBytes(Size);
        return (new() { SubmissionId = submissionId, Hash = SHA256.HashData(secret), ExpiresAt = expiresAt }, Base64Url.EncodeToString(secret));
    }

    /// <returns>Null for what cannot be a secret of ours.</returns>
    public static byte[]? HashOf(string? token) => token?.Length == Length && Base64Url.IsValid(token) ? SHA256.HashData(Base64Url.DecodeFromChars(token)) : null;
}
