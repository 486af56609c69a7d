using System.Collections.Concurrent;
using PfP.Contracts.Calls;
using PfP.Search.Engines.Embedded;
using PfP.Search.Indexing;
using PfP.Search.Queries;
using PfP.Search.Text;

namespace PfP.Search.Engines.Elastic;

/// <summary>
/// What must be known of all documents to understand a query: their words, names, facet values, and when calls change by themselves. Texts
/// are not kept. Filled from the index and from what is written to it; changed by one at a time, read by any number.
/// </summary>
internal sealed class KnownDocuments
{
    private readonly Lock gate = new();
    private readonly DocumentAnalysis analysis;
    private readonly Dictionary<Guid, Known> documents = [];
    private readonly ConcurrentDictionary<Guid, DateTimeOffset[]> moments = new();
    private int[] facetCounts = new int[256];
    private volatile int changes;
    private volatile int live;

    public KnownDocuments() => analysis = new(Lexicon);

    public Lexicon Lexicon { get; } = new();

    public FacetValues FacetValues { get; } = new();

    public SeenNames Names { get; } = new();

    public Synonyms Synonyms { get; } = new();

    /// <summary>Goes up with every change.</summary>
    public int Changes => changes;

    /// <summary>How often calls have opened, come near their deadline or closed by then.</summary>
    public int CallChangesUntil(DateTimeOffset now) => moments.Values.Sum(call => call.Count(moment => moment <= now));

    /// <summary>How many documents there are, withdrawn ones left out.</summary>
    public int Live => live;

    /// <summary>How many documents match; null for what only the index knows: words in a row, or any of several.</summary>
    public int? DocumentsWith(Clause clause) => clause.Alternatives switch
    {
        [] => 0,
        [{ Places: [[var term]] }] => Lexicon.DocumentsWith(term),
        _ => null,
    };

    public bool HasEntries(Facet facet, string value) => FacetValues.Find(facet, value) is { } ordinal && ordinal < facetCounts.Length && facetCounts[ordinal] > 0;

    public bool IsKnown(Guid id, int version)
    {
        lock (gate)
        {
            return documents.TryGetValue(id, out var known) && known.Version >= version;
        }
    }

    /// <summary>The number of a value that the index has, whether or not its document has been seen.</summary>
    public int OrdinalOf(Facet facet, string value)
    {
        if (FacetValues.Find(facet, value) is { } ordinal)
        {
            return ordinal;
        }
        lock (gate)
        {
            return FacetValues.Add(facet, value);
        }
    }

    public AnalysedDocument Analyse(SearchDocument document, int version)
    {
        lock (gate)
        {
            return AnalyseAlone(document, version);
        }
    }

    /// <summary>Takes note of a version that the index has now, unless it is an older one.</summary>
    public void Note(Guid id, int version, SearchDocument? document)
    {
        lock (gate)
        {
            var old = documents.GetValueOrDefault(id);
            if (old is not null && old.Version >= version)
            {
                return;
            }
            Count(old, -1);
            var known = document is null ? new Known(version, false, [], []) : Read(document, version);
            Count(known, +1);
            documents[id] = known;
            changes++;
        }
    }

    private AnalysedDocument AnalyseAlone(SearchDocument document, int version)
    {
        var (words, sections) = analysis.Analyse(document);
        var weights = analysis.Weights.OrderBy(weight => weight.Key).ToArray();
        return new(version, IndexedDocument.Of(document, words, sections), [.. weights.Select(weight => weight.Key)], [.. weights.Select(weight => weight.Value)]);
    }

    private Known Read(SearchDocument document, int version)
    {
        Names.Add(document);
        Synonyms.AddNamesIn(document);
        if (document.CallState is { } state)
        {
            moments[document.Id] = [.. CallStatuses.Changes(state, document.OpensAt, document.ClosesAt)];
        }
        var (words, _) = analysis.Analyse(document);
        return new(version, true, [.. words.Where(word => word > 0).Distinct()], [.. Facets.Of(document).Select(value => FacetValues.Add(value.Facet, value.Value))]);
    }

    private void Count(Known? document, int change)
    {
        if (document is null)
        {
            return;
        }
        live += document.IsLive ? change : 0;
        foreach (var word in document.Words)
        {
            Lexicon.CountWord(word, change);
        }
        foreach (var term in document.Words.Select(word => Lexicon.TermsOfWords[word]).Distinct().ToList())
        {
            Lexicon.CountTerm(term, change);
        }
        foreach (var ordinal in document.Facets)
        {
            if (ordinal >= facetCounts.Length)
            {
                Array.Resize(ref facetCounts, ordinal * 2);
            }
            facetCounts[ordinal] += change;
        }
    }

    /// <param name="IsLive">False of what was withdrawn.</param>
    /// <param name="Words">Each once.</param>
    /// <param name="Facets">Ordinals of its facet values.</param>
    private sealed record Known(int Version, bool IsLive, int[] Words, int[] Facets);
}
