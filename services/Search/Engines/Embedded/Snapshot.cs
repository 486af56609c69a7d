using PfP.Contracts.Calls;
using PfP.Contracts.Catalogue;
using PfP.Search.Geo;
using PfP.Search.Indexing;

namespace PfP.Search.Engines.Embedded;

/// <summary>The index as one reader sees it from beginning to end: the first <see cref="DocumentCount"/> documents and which of them live.</summary>
/// <param name="Live">A bit for each document: 0 where a later version or a withdrawal replaced it.</param>
/// <param name="Newest">By what "newest" sorts, of each document.</param>
/// <param name="FacetsOf">The ordinals of all its facet values, of each document.</param>
/// <param name="PlacesOf">Its stated places, of each document.</param>
/// <param name="StandingFor">The countries (their positions in the list of all) that stand for a document without a place of its own.</param>
/// <param name="Shapes">Documents without a place of their own by the country (its position in the list of all) whose shape stands for one.</param>
/// <param name="TitleWords">Documents by words of their titles.</param>
internal sealed record Snapshot(
    int DocumentCount,
    int LiveCount,
    ulong[] Live,
    IndexedDocument?[] Documents,
    int[] Newest,
    Lists<int> FacetsOf,
    Lists<GeoPoint> PlacesOf,
    Lists<int> StandingFor,
    PostingTable Terms,
    PostingTable Facets,
    PostingTable Shapes,
    PostingTable TitleWords,
    PostingList Placed,
    FacetValues FacetValues,
    Lexicon Lexicon,
    SeenNames Names)
{
    public IndexedDocument this[int document] => Documents[document]!;

    public bool IsLive(int document) => (Live[document >> 6] & (1UL << document)) != 0;

    /// <summary>How often calls have opened, come near their deadline or closed by then.</summary>
    public int CallChangesUntil(DateTimeOffset now)
    {
        var count = 0;
        var calls = PostingsOf(Facet.Kind, EntryKinds.Call);
        for (var index = 0; index < calls.Count; index++)
        {
            var call = this[calls.Documents[index]].Entry;
            count += CallStatuses.Changes(call.CallState!, call.OpensAt, call.ClosesAt).Count(moment => moment <= now);
        }
        return count;
    }

    public Postings PostingsOf(int term) => Terms[term, DocumentCount];

    public Postings PostingsOf(Facet facet, string value) => FacetValues.Find(facet, value) is { } ordinal ? Facets[ordinal, DocumentCount] : Postings.None;
}
