using PfP.Search.Engines;
using PfP.Search.Engines.Embedded;

namespace PfP.Search.Tests.Engines;

public sealed class EmbeddedRealEntriesTests : RealEntriesContract
{
    private readonly TemporaryFolder folder = new();

    protected override Task<ISearchIndex> CreateAsync() => Task.FromResult<ISearchIndex>(EmbeddedIndex.Create(folder.File("index.db"), TimeProvider.System));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }
}
