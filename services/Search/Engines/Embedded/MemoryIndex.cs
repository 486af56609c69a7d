using PfP.Search.Geo;
using PfP.Search.Indexing;

namespace PfP.Search.Engines.Embedded;

/// <summary>
/// The inverted index in memory. One writer appends documents and marks replaced ones dead; readers take <see cref="Current"/>, which
/// changes only by <see cref="Publish"/>, and never wait. Dead documents stay until the owner builds a new index.
/// </summary>
internal sealed class MemoryIndex
{
    private readonly Lexicon lexicon = new();
    private readonly FacetValues facetValues = new();
    private readonly SeenNames names = new();
    private readonly PostingTable terms = new();
    private readonly PostingTable facets = new();
    private readonly PostingTable shapes = new();
    private readonly PostingTable titleWords = new();
    private readonly ListColumn<int> facetsOf = new();
    private readonly ListColumn<GeoPoint> placesOf = new();
    private readonly ListColumn<int> standingFor = new();
    private readonly Dictionary<Guid, int> numbers = [];
    private readonly DocumentAnalysis analysis;
    private readonly SharedParts shared = new();
    private readonly HashSet<int> distinct = [];
    private PostingList placed = PostingList.Empty();
    private IndexedDocument?[] documents = new IndexedDocument?[64];
    private int[] newest = new int[64];
    private ulong[] live = new ulong[1];
    private int count;
    private volatile Snapshot current;

    public MemoryIndex()
    {
        analysis = new DocumentAnalysis(lexicon);
        current = Snapshot();
    }

    public Snapshot Current => current;

    public int Dead => count - numbers.Count;

    /// <summary>Lets readers see everything up to here.</summary>
    public void Publish() => current = Snapshot();

    public void Put(SearchDocument document)
    {
        Remove(document.Id);
        var number = count;
        EnsureRoom(number);
        var (words, sections) = analysis.Analyse(document);
        foreach (var (term, weight) in analysis.Weights)
        {
            terms.Append(term, number, Relevance.Impact(weight));
            lexicon.CountTerm(term, +1);
        }
        var indexed = IndexedDocument.Of(shared.Of(document), words, sections);
        documents[number] = indexed;
        newest[number] = document.Newest;
        AddFacets(document, number);
        CountWords(indexed, +1);
        AddTitleWords(indexed, number);
        AddPosition(document, number);
        names.Add(document);
        numbers[document.Id] = number;
        live[number >> 6] |= 1UL << number;
        count++;
    }

    public void Remove(Guid id)
    {
        if (!numbers.Remove(id, out var number))
        {
            return;
        }
        var document = documents[number]!;
        live[number >> 6] &= ~(1UL << number);
        CountWords(document, -1);
        foreach (var term in DistinctTerms(document))
        {
            lexicon.CountTerm(term, -1);
        }
    }

    private Snapshot Snapshot() =>
        new(count, numbers.Count, (ulong[])live.Clone(), documents, newest, facetsOf.Written, placesOf.Written, standingFor.Written,
            terms, facets, shapes, titleWords, placed, facetValues, lexicon, names);

    private void EnsureRoom(int number)
    {
        if (number == documents.Length)
        {
            Array.Resize(ref documents, number * 2);
            Array.Resize(ref newest, number * 2);
            Array.Resize(ref live, number * 2 / 64);
        }
    }

    private void AddFacets(SearchDocument document, int number)
    {
        int[] ordinals = [.. Facets.Of(document).Select(value => facetValues.Add(value.Facet, value.Value))];
        foreach (var ordinal in ordinals)
        {
            facets.Append(ordinal, number);
        }
        facetsOf.Append(ordinals);
    }

    private void CountWords(IndexedDocument document, int change)
    {
        distinct.Clear();
        foreach (var word in document.Words)
        {
            if (word > 0 && distinct.Add(word))
            {
                lexicon.CountWord(word, change);
            }
        }
    }

    private HashSet<int> DistinctTerms(IndexedDocument document) => [.. document.Words.Where(word => word > 0).Select(word => lexicon.TermsOfWords[word])];

    private void AddTitleWords(IndexedDocument document, int number)
    {
        foreach (var word in document.Sections.Where(section => section.Field == Text.TextField.Title)
            .SelectMany(section => document.Words.AsSpan(section.Start, section.Length).ToArray()).Where(word => word > 0).Distinct())
        {
            titleWords.Append(word, number);
        }
    }

    /// <summary>A stated place is where an entry is; without one, its countries are, and those of the regions it states.</summary>
    private void AddPosition(SearchDocument document, int number)
    {
        GeoPoint[] places = [.. Geography.StatedPlacesOf(document)];
        int[] standing = places.Length > 0 ? [] : [.. Geography.CountriesStandingFor(document)];
        placesOf.Append(places);
        standingFor.Append(standing);
        if (places.Length > 0)
        {
            placed = placed.Append(number, 1);
        }
        foreach (var country in standing)
        {
            shapes.Append(country, number);
        }
    }
}
