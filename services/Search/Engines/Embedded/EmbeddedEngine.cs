using PfP.Search.Indexing;

namespace PfP.Search.Engines.Embedded;

/// <summary>Indices in files of this machine.</summary>
internal sealed class EmbeddedEngine(IndexFolder folder, TimeProvider clock) : IIndexEngine
{
    private bool opened;

    public string? Trouble => null;

    /// <summary>Only at the start: a file that is lost or damaged later is built anew.</summary>
    public Task<ISearchIndex?> OpenAsync(ISearchIndex? serving, CancellationToken cancellationToken)
    {
        if (opened)
        {
            return Task.FromResult<ISearchIndex?>(null);
        }
        opened = true;
        folder.Sweep();
        return Task.FromResult<ISearchIndex?>(folder.Current() is { } file ? EmbeddedIndex.TryOpen(file, clock) : null);
    }

    public Task<ISearchIndex> CreateAsync(CancellationToken cancellationToken) => Task.FromResult<ISearchIndex>(EmbeddedIndex.Create(folder.New(), clock));

    public Task MakeCurrentAsync(ISearchIndex index, CancellationToken cancellationToken)
    {
        folder.MakeCurrent(((EmbeddedIndex)index).File);
        folder.Sweep();
        return Task.CompletedTask;
    }
}
