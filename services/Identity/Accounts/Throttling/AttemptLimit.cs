using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace PfP.Identity.Accounts.Throttling;

/// <summary>At most so many attempts under a key within a time.</summary>
internal sealed record AttemptLimit(string Key, int Most, TimeSpan Window)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <summary>
    /// What guards a password. A browser that has signed in to the account before counts for itself alone, so that attempts made
    /// elsewhere, however many and from wherever, never lock its owner out.
    /// </summary>
    public static AttemptLimit[] ForPassword(string email, IPAddress? address, string? knownDevice)
    {
        var account = Account(email);
        return knownDevice is not null
            ? [new($"device:{knownDevice}", 10, Quarter)]
            : [new($"address:{Network(address)}", 50, Quarter), new($"account:{account}:{Network(address)}", 10, Quarter), new($"account:{account}", 100, Hour)];
    }

    /// <summary>Only who has the password gets here; six digits must not be guessed all the same.</summary>
    public static AttemptLimit[] ForSecondFactor(Guid accountId, string? knownDevice) =>
        [new(knownDevice is null ? $"code:{accountId:N}" : $"code:{accountId:N}:{knownDevice}", 5, Quarter)];

    /// <summary>What sends a mail to an address that somebody typed. Each reason counts for itself, so that none uses up another's.</summary>
    public static AttemptLimit[] ForMail(string reason, string email, IPAddress? address) =>
        [new($"mail:{Network(address)}", 20, Hour), new($"mail:{reason}:{Account(email)}", 3, Hour)];

    // However it is typed: as ASP.NET Core Identity looks accounts up.
    private static string Account(string email) => Hash(email.Trim().Normalize().ToUpperInvariant());

    // No address in the clear; of IPv6 the part that a subscriber cannot change.
    private static string Network(IPAddress? address)
    {
        var bytes = (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address ?? IPAddress.None).GetAddressBytes();
        return Hash(Convert.ToHexString(bytes.Length == 16 ? bytes[..8] : bytes));
    }

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
