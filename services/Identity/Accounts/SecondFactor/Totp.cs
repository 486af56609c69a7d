using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace PfP.Identity.Accounts.SecondFactor;

/// <summary>Time-based one-time passwords as every authenticator app makes them: RFC 6238 with SHA-1, 30 seconds and six digits.</summary>
internal static class Totp
{
    private const int KeySize = 20;
    private const int Digits = 6;
    private const int Seconds = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeySize);

    public static string CodeAt(byte[] key, DateTimeOffset time) => Code(key, Step(time));

    /// <summary>The time step whose code this is: the present one or a neighbour, for clocks that are off by half a minute. Null when it is none of theirs.</summary>
    public static long? StepOf(byte[] key, string code, DateTimeOffset now)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        long? found = null;
        foreach (var step in new[] { Step(now) - 1, Step(now), Step(now) + 1 })
        {
            // All three are compared, however early one fits.
            if (CryptographicOperations.FixedTimeEquals(AsBytes(Code(key, step)), AsBytes(digits)))
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>The key as people type it into their app. Its 160 bits are 32 characters of five, so nothing is padded.</summary>
    public static string ToBase32(byte[] key)
    {
        var bits = new BigInteger(key, isUnsigned: true, isBigEndian: true);
        return string.Create(KeySize * 8 / 5, bits, (characters, rest) =>
        {
            for (var at = characters.Length - 1; at >= 0; at--)
            {
                characters[at] = Base32[(int)(rest & 31)];
                rest >>= 5;
            }
        });
    }

    /// <summary>What a QR code would hold, and what a telephone opens its app with.</summary>
    public static string Address(byte[] key, string issuer, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={ToBase32(key)}&issuer={Uri.EscapeDataString(issuer)}";

    private static long Step(DateTimeOffset time) => time.ToUnixTimeSeconds() / Seconds;

    private static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238: what authenticator apps support. HMAC does not rest on collision resistance.
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString($"D{Digits}", CultureInfo.InvariantCulture);
    }

    private static byte[] AsBytes(string code) => Encoding.ASCII.GetBytes(code);
}
