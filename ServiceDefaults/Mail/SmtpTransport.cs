using System.Net.Mail;
using System.Net.Sockets;

namespace PfP.ServiceDefaults.Mail;

/// <summary>
/// Hands one message over on a connection of its own. A reply that is lost after the final dot leaves open whether the server has the
/// message; it is then sent again with the same Message-ID.
/// </summary>
internal sealed class SmtpTransport(SmtpServer server)
{
    // The server wants us to sign in, or to encrypt, or not to come at all: a matter of configuration, not of the message.
    private static readonly int[] AboutUs = [530, 534, 535, 538];

    public async Task<DeliveryResult> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(server.Host, server.Port) { EnableSsl = server.StartTls, Credentials = server.Credentials };
        try
        {
            // A server that falls silent after the final dot does not let the call be cancelled; disposing the client hangs up.
            await client.SendMailAsync(message, CancellationToken.None).WaitAsync(cancellationToken);
            return new(DeliveryOutcome.Sent);
        }
        catch (SmtpException refusal)
        {
            return Judge(refusal);
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            return new(DeliveryOutcome.Away, exception.GetType().Name);
        }
    }

    private static DeliveryResult Judge(SmtpException refusal)
    {
        var code = (int)refusal.StatusCode;
        return code switch
        {
            >= 500 and < 600 when !AboutUs.Contains(code) => new(DeliveryOutcome.Failed, $"SMTP {code}"),
            >= 400 and < 600 => new(DeliveryOutcome.Postponed, $"SMTP {code}"),
            _ => new(DeliveryOutcome.Away, refusal.GetBaseException().GetType().Name),
        };
    }
}
