using System.Net;
using Microsoft.Extensions.Configuration;

namespace PfP.ServiceDefaults.Mail;

/// <summary>Where mail is handed over.</summary>
/// <param name="StartTls">Nothing is said unencrypted, and nothing to a server whose certificate is not good.</param>
/// <param name="PerDomain">How many mails a minute go to the addresses of one domain; no limit where it is null.</param>
internal sealed record SmtpServer(string Host, int Port, NetworkCredential? Credentials, bool StartTls, SmtpAuthority? Authority, int? PerDomain)
{
    private const int UsualPerDomain = 60;

    public static SmtpServer From(IConfiguration configuration, MailOptions options)
    {
        var address = new Uri(configuration.GetConnectionString("mail") ?? throw new InvalidOperationException("ConnectionStrings__mail is not set."));
        var credentials = address.UserInfo.Split(':', 2) is [var user, var password]
            ? new NetworkCredential(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password))
            : null;
        return new(
            address.IdnHost,
            address.IsDefaultPort || address.Port < 0 ? 25 : address.Port,
            credentials,
            options.StartTls ?? !address.IsLoopback,
            options.CertificateAuthority is { Length: > 0 } file ? new(file) : null,
            options.PerDomainPerMinute ?? (address.IsLoopback ? null : UsualPerDomain));
    }
}
