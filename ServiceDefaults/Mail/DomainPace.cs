using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace PfP.ServiceDefaults.Mail;

/// <summary>
/// How many mails go to one domain in a minute, from this process: receivers put off, and later distrust, who sends too many at once.
/// Whoever is over the limit waits and loses no attempt.
/// </summary>
internal sealed class DomainPace(SmtpServer server) : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, int> waiting = new(StringComparer.Ordinal);

    private readonly PartitionedRateLimiter<string>? limiter = server.PerDomain is { } most
        ? PartitionedRateLimiter.Create<string, string>(domain => RateLimitPartition.GetTokenBucketLimiter(domain, _ => new()
        {
            TokenLimit = most,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = Minute / most,
            QueueLimit = 0,
        }))
        : null;

    /// <param name="wait">How long until there is room: for each that is told to wait a little longer than for the one before, as they come one by one.</param>
    public bool Allows(string address, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        if (limiter is null)
        {
            return true;
        }

        var domain = address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant();
        using var lease = limiter.AttemptAcquire(domain);
        if (lease.IsAcquired)
        {
            waiting.AddOrUpdate(domain, 0, (_, before) => Math.Max(0, before - 1));
            return true;
        }

        wait = Minute / server.PerDomain!.Value * waiting.AddOrUpdate(domain, 1, (_, before) => before + 1);
        return false;
    }

    public void Dispose() => limiter?.Dispose();
}
