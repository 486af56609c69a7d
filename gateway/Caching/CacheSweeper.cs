using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;

namespace PfP.Gateway.Caching;

/// <summary>Empties the cache when an entry changed: at once, and once more when search has had time to take the change up.</summary>
internal sealed class CacheSweeper : IDisposable
{
    private readonly IOutputCacheStore _store;
    private readonly TimeSpan _secondSweepAfter;
    private readonly ITimer _secondSweep;

    public CacheSweeper(IOutputCacheStore store, IOptions<AnswerCacheOptions> options, TimeProvider time)
    {
        _store = store;
        _secondSweepAfter = options.Value.SecondSweepAfter;
        _secondSweep = time.CreateTimer(_ => _ = SweepAsync(CancellationToken.None).AsTask(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public async Task EntryChangedAsync(CancellationToken cancellationToken)
    {
        await SweepAsync(cancellationToken);

        // Each change puts the second sweep off, so that an import of thousands causes one and not thousands.
        _secondSweep.Change(_secondSweepAfter, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _secondSweep.Dispose();

    private ValueTask SweepAsync(CancellationToken cancellationToken) => _store.EvictByTagAsync(AnonymousAnswers.Tag, cancellationToken);
}
