using System.Net.Sockets;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace PfP.ServiceDefaults.Mail;

/// <summary>
/// Hands one message over. A reply that is lost after the final dot leaves open whether the server has the message; it is then sent again
/// with the same Message-ID.
/// </summary>
internal sealed partial class SmtpTransport(SmtpConnections connections, DomainPace pace)
{
    public async Task<DeliveryResult> SendAsync(MimeMessage message, ServerPatience patience)
    {
        if (!pace.Allows(message.To.Mailboxes.Single().Address, out var wait))
        {
            return new(DeliveryOutcome.Throttled, "Pace") { Wait = wait };
        }

        var isLetIn = false;
        try
        {
            var connection = await connections.TakeAsync(patience.Token);
            isLetIn = true;
            try
            {
                await connection.SendAsync(message, patience.Token, patience);
                connections.Keep(connection);
                return new(DeliveryOutcome.Sent);
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        }
        catch (SmtpCommandException refusal)
        {
            // A server that lets nobody in (421, 554) has said nothing about the mail.
            return isLetIn ? Refused(refusal) : new(DeliveryOutcome.Away, $"SMTP {(int)refusal.StatusCode}");
        }
        catch (OperationCanceledException) when (patience.IsUnanswered)
        {
            // It may have the mail, and has more to do than it can: the next attempt is not made at once.
            return new(DeliveryOutcome.Postponed, "Unanswered");
        }
        catch (Exception exception) when (exception is IOException or SocketException or AuthenticationException or SslHandshakeException
            or ProtocolException or ServiceNotConnectedException or NotSupportedException or OperationCanceledException)
        {
            return new(DeliveryOutcome.Away, exception.GetType().Name);
        }
    }

    private static DeliveryResult Refused(SmtpCommandException refusal)
    {
        var (code, status) = ((int)refusal.StatusCode, Enhanced().Match(refusal.Message).Value);
        // What is said before the recipient is named is said to us: a matter of configuration, and of later.
        var isForGood = code >= 500 && refusal.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted;
        return new(isForGood ? DeliveryOutcome.Failed : DeliveryOutcome.Postponed, $"SMTP {code} {status}".TrimEnd())
        {
            NoSuchMailbox = isForGood && MailboxStatus.IsGone(status, refusal.ErrorCode == SmtpErrorCode.RecipientNotAccepted ? code : null),
        };
    }

    /// <summary>RFC 3463, at the beginning of what is said.</summary>
    [GeneratedRegex(@"^5\.\d{1,3}\.\d{1,3}(?!\S)")]
    private static partial Regex Enhanced();
}
