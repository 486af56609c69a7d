using System.Collections.Concurrent;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace PfP.ServiceDefaults.Mail;

/// <summary>
/// Connections to the SMTP server, each for one mail at a time and then for the next one. They are kept while there is something to send:
/// a server hangs up on whoever is silent, and need not hold a place for who has nothing to say.
/// </summary>
internal sealed class SmtpConnections(SmtpServer server) : IDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly ConcurrentBag<SmtpClient> idle = [];

    public async Task<SmtpClient> TakeAsync(CancellationToken cancellationToken)
    {
        while (idle.TryTake(out var kept))
        {
            try
            {
                // The server may have hung up in the meantime, which would look as if it were away.
                await kept.NoOpAsync(cancellationToken);
                return kept;
            }
            catch (Exception exception) when (IsOver(exception))
            {
                kept.Dispose();
            }
            catch
            {
                kept.Dispose();
                throw;
            }
        }

        return await OpenAsync(cancellationToken);
    }

    /// <summary>For the next mail. One in whose conversation something went wrong is disposed of instead.</summary>
    public void Keep(SmtpClient connection) => idle.Add(connection);

    /// <summary>Takes leave of the server on all that are kept; whatever it says to that, they are closed.</summary>
    public async Task CloseAsync()
    {
        using var limit = new CancellationTokenSource(Farewell);
        while (idle.TryTake(out var kept))
        {
            using (kept)
            {
                try
                {
                    await kept.DisconnectAsync(quit: true, limit.Token);
                }
                catch (Exception exception) when (IsOver(exception) || exception is OperationCanceledException)
                {
                    // It is gone already, or does not listen.
                }
            }
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var kept))
        {
            kept.Dispose();
        }
    }

    private async Task<SmtpClient> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SmtpClient
        {
            // Whoever uses it sets the limits: a server may take longer to say that it has a mail than the two minutes that this would allow.
            Timeout = Timeout.Infinite,
            // A relay inside the house has a certificate of the house's own authority, which publishes no revocations.
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = server.Authority is { } authority ? authority.Check : null,
        };
        try
        {
            await connection.ConnectAsync(server.Host, server.Port, server.StartTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None, cancellationToken);
            if (server.Credentials is { } credentials)
            {
                await connection.AuthenticateAsync(credentials, cancellationToken);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static bool IsOver(Exception exception) => exception is IOException or SocketException or CommandException or ProtocolException or ServiceNotConnectedException;
}
