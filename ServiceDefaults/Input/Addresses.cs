using System.Net.Mail;

namespace PfP.ServiceDefaults.Input;

/// <summary>E-mail addresses as people type them.</summary>
public static class Addresses
{
    private const int Longest = 254;

    public static bool IsValid(string? email) =>
        email is { Length: > 2 and <= Longest } && !email.Any(char.IsControl) && MailAddress.TryCreate(email, out var address) && address.Address == email;

    /// <summary>As they are stored and compared.</summary>
    public static string Normal(string email)
    {
        ArgumentNullException.ThrowIfNull(email);
        return email.Trim().ToLowerInvariant();
    }
}
