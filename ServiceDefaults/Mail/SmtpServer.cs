using System.Net;
using Microsoft.Extensions.Configuration;

namespace PfP.ServiceDefaults.Mail;

/// <summary>Where mail is handed over.</summary>
internal sealed record SmtpServer(string Host, int Port, NetworkCredential? Credentials, bool StartTls)
{
    public static SmtpServer From(IConfiguration configuration, MailOptions options)
    {
        var address = new Uri(configuration.GetConnectionString("mail") ?? throw new InvalidOperationException("ConnectionStrings__mail is not set."));
        var credentials = address.UserInfo.Split(':', 2) is [var user, var password]
            ? new NetworkCredential(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password))
            : null;
        return new(address.IdnHost, address.IsDefaultPort || address.Port < 0 ? 25 : address.Port, credentials, options.StartTls ?? !address.IsLoopback);
    }
}
