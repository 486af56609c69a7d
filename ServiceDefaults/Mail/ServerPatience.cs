using MailKit;

namespace PfP.ServiceDefaults.Mail;

/// <summary>
/// How long a server may take with one mail: not long for what it is asked, but very long for its word that it has the mail, without which
/// nobody knows and the mail is sent again.
/// </summary>
/// <param name="stop">Ends all patience.</param>
internal sealed class ServerPatience(MailOptions options, CancellationToken stop) : ITransferProgress, IDisposable
{
    private readonly CancellationTokenSource limit = Begin(options.Patience, stop);

    public CancellationToken Token => limit.Token;

    /// <summary>Whether it has the mail, all or in part, and was given all the time there is to say so.</summary>
    public bool IsUnanswered { get => field && limit.IsCancellationRequested && !stop.IsCancellationRequested; private set; }

    // The mail is small: that its first bytes are on their way is as good as the final dot.
    public void Report(long bytesTransferred)
    {
        IsUnanswered = true;
        limit.CancelAfter(options.ReplyPatience);
    }

    public void Report(long bytesTransferred, long totalSize) => Report(bytesTransferred);

    public void Dispose() => limit.Dispose();

    private static CancellationTokenSource Begin(TimeSpan patience, CancellationToken stop)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(patience);
        return limit;
    }
}
