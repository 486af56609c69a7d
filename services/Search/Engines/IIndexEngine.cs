namespace PfP.Search.Engines;

/// <summary>Keeps indices, and knows which of them answers.</summary>
internal interface IIndexEngine
{
    /// <summary>What is wrong with it at the moment, in words for an operator; null where nothing is known to be.</summary>
    string? Trouble { get; }

    /// <summary>The index that answers; null where there is none that can be used, or it is the one given.</summary>
    Task<ISearchIndex?> OpenAsync(ISearchIndex? serving, CancellationToken cancellationToken);

    /// <summary>A new empty index, which does not answer yet.</summary>
    Task<ISearchIndex> CreateAsync(CancellationToken cancellationToken);

    /// <summary>Lets that index answer from now on, in one step.</summary>
    Task MakeCurrentAsync(ISearchIndex index, CancellationToken cancellationToken);
}
