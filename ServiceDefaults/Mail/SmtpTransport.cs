using System.Net.Sockets;
using System.Security.Authentication;

namespace PfP.ServiceDefaults.Mail;

/// <summary>
/// Hands one message over on a connection of its own. A reply that is lost after the final dot leaves open whether the server has the
/// message; it is then sent again with the same Message-ID.
/// </summary>
internal sealed class SmtpTransport(SmtpServer server)
{
    public async Task<DeliveryResult> SendAsync(WireMail mail, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await SmtpConnection.OpenAsync(server, cancellationToken);
            await connection.SendAsync(mail, cancellationToken);
            return new(DeliveryOutcome.Sent);
        }
        catch (SmtpRefusedException refusal)
        {
            return new(refusal is { AboutMail: true, Code: >= 500 } ? DeliveryOutcome.Failed : DeliveryOutcome.Postponed, refusal.Message);
        }
        catch (Exception exception) when (exception is IOException or SocketException or AuthenticationException or OperationCanceledException)
        {
            return new(DeliveryOutcome.Away, exception.GetType().Name);
        }
    }
}
