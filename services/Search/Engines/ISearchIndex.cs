using PfP.Contracts.Search.Api;
using PfP.Search.Indexing;
using PfP.Search.Queries;

namespace PfP.Search.Engines;

/// <summary>A change of one entry: its document, or none where it was withdrawn.</summary>
public sealed record IndexChange(Guid Id, int Version, SearchDocument? Document);

/// <summary>An index that a search engine keeps. All engines give the same matching sets; see the contract tests.</summary>
public interface ISearchIndex : IAsyncDisposable
{
    /// <summary>False once it was deleted or damaged behind its back: what is written then may be lost.</summary>
    bool IsSound { get; }

    /// <summary>
    /// Applies each change whose version is higher than the known one, tombstones included. When it returns, the changes survive a crash
    /// and are found by searches.
    /// </summary>
    Task ApplyAsync(IReadOnlyList<IndexChange> changes, CancellationToken cancellationToken);

    /// <summary>The services whose every aggregate has come in by replay.</summary>
    IReadOnlyList<string> Replayed { get; }

    Task MarkReplayedAsync(string producer, CancellationToken cancellationToken);

    ValueTask<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Which of some documents that search finds, on whatever page, in any order and as they are now, without their bodies. What a text
    /// means is decided over the whole index, as it is for <see cref="SearchAsync"/>.
    /// </summary>
    ValueTask<IReadOnlyList<SearchDocument>> FindAmongAsync(SearchRequest request, IReadOnlySet<Guid> documents, CancellationToken cancellationToken);

    ValueTask<MapResponse> MapAsync(SearchRequest request, int zoom, CancellationToken cancellationToken);

    ValueTask<SuggestResponse> SuggestAsync(string text, string language, CancellationToken cancellationToken);

    /// <summary>Changes whenever an answer might; the same on no two runs.</summary>
    string StateAt(DateTimeOffset now);
}
