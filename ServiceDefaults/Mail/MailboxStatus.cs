namespace PfP.ServiceDefaults.Mail;

/// <summary>
/// Which refusals say that an address is no good, rather than what came to it: nothing is sent there any more. One for policy (5.7) or of
/// what the mail holds (5.6) says something of us, and would pause everybody on the day on which we are on a list.
/// </summary>
public static class MailboxStatus
{
    // Not 5.2.2, a full mailbox, which its owner empties.
    private static readonly string[] Gone = ["5.0.0", "5.2.0", "5.2.1", "5.4.4"];

    /// <param name="status">Enhanced status code (RFC 3463), or nothing.</param>
    /// <param name="reply">What was answered to the recipient's address, which counts where there is no such status.</param>
    public static bool IsGone(string status, int? reply = null)
    {
        ArgumentNullException.ThrowIfNull(status);
        return status.Length > 0 ? status.StartsWith("5.1.", StringComparison.Ordinal) || Gone.Contains(status) : reply is 550 or 551 or 553;
    }
}
