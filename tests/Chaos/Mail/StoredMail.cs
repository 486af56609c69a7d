namespace PfP.Chaos.Mail;

/// <summary>What the service's database holds, read past it.</summary>
internal sealed class StoredMail(MailPlatform platform)
{
    private const string Database = "notifications";

    public Task<long> MembersAsync(CancellationToken cancellationToken) => CountAsync("members", cancellationToken);

    public Task<long> CallsAsync(CancellationToken cancellationToken) => CountAsync("calls", cancellationToken);

    /// <summary>Mails that wait for the day of their rung, or to be tried again.</summary>
    public Task<long> WaitingAsync(CancellationToken cancellationToken) => CountAsync("deliveries where state = 'waiting'", cancellationToken);

    public Task<long> DeadLettersAsync(CancellationToken cancellationToken) => CountAsync("dead_letters", cancellationToken);

    /// <summary>Mails that the service says it has sent, and those it has given up.</summary>
    public async Task<(long Sent, long Failed)> EndedAsync(CancellationToken cancellationToken) =>
        (await CountAsync("deliveries where state = 'sent'", cancellationToken), await CountAsync("deliveries where state = 'failed'", cancellationToken));

    /// <summary>What the service has still to do by that time, in words; null where there is nothing.</summary>
    public async Task<string?> MissingAsync(DateTimeOffset by, CancellationToken cancellationToken)
    {
        if (await CountAsync("outbox where sent_at is null", cancellationToken) is > 0 and var unsent)
        {
            return $"{unsent} events unsent";
        }

        var due = await CountAsync($"deliveries where state = 'waiting' and due_at <= '{by:O}'", cancellationToken);
        return due > 0 ? $"{due} mails due" : null;
    }

    private async Task<long> CountAsync(string what, CancellationToken cancellationToken) =>
        (await platform.Database.QueryAsync<long>(Database, $"select count(*) from {what}", cancellationToken)).Single();
}
