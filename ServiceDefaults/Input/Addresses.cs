using System.Net.Mail;

namespace PfP.ServiceDefaults.Input;

/// <summary>Addresses as people type them.</summary>
public static class Addresses
{
    private const int Longest = 254;

    public static bool IsValid(string? email) =>
        email is { Length: > 2 and <= Longest } && !email.Any(char.IsControl) && MailAddress.TryCreate(email, out var address) && address.Address == email;

    public static bool IsWeb(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    /// <summary>One that nobody listens in on, and that carries nobody's password.</summary>
    public static bool IsSecureWeb(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0;

    /// <summary>E-mail addresses as they are stored and compared.</summary>
    public static string Normal(string email)
    {
        ArgumentNullException.ThrowIfNull(email);
        return email.Trim().ToLowerInvariant();
    }
}
