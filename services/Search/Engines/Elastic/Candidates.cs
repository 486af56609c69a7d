using PfP.Search.Engines.Embedded;
using PfP.Search.Queries;

namespace PfP.Search.Engines.Elastic;

/// <summary>The documents that the server ranks best, ranked again exactly as the embedded engine ranks them.</summary>
internal sealed class Candidates
{
    private readonly IReadOnlyList<AnalysedDocument> documents;
    private readonly Snapshot snapshot;
    private readonly TextMatcher matcher;

    /// <param name="documents">In the order in which they came into the index, which decides between equals.</param>
    public Candidates(IReadOnlyList<AnalysedDocument> documents, KnownDocuments known, TextQuery query, ClauseCounts? counts)
    {
        this.documents = documents;
        var phrases = query.Clauses.SelectMany(clause => clause.Alternatives).Select(phrase => TermPhrase.Of(phrase, known.Lexicon));
        snapshot = Snapshot(known, phrases.SelectMany(phrase => phrase.Places.SelectMany(terms => terms)).Distinct());
        matcher = new(snapshot, query, counts);
    }

    /// <summary>What counts as a match within a text.</summary>
    public IReadOnlyList<TermPhrase[]> Clauses => matcher.Clauses;

    public IEnumerable<AnalysedDocument> Ranked(SearchRequest request)
    {
        using var matches = matcher.Match();
        var everything = request with { Page = 1, PageSize = documents.Count };
        return [.. new Ranker(snapshot, everything, matcher.Clauses).Page(matches, null).Select(number => documents[number])];
    }

    private Snapshot Snapshot(KnownDocuments known, IEnumerable<int> terms)
    {
        var postings = new PostingTable();
        foreach (var term in terms)
        {
            for (var number = 0; number < documents.Count; number++)
            {
                if (documents[number].ImpactOf(term) is not 0 and var impact)
                {
                    postings.Append(term, number, impact);
                }
            }
        }
        var live = new ulong[(documents.Count / 64) + 1];
        Array.Fill(live, ulong.MaxValue);
        return new(documents.Count, documents.Count, live, [.. documents.Select(document => document.Document)],
            [.. documents.Select(document => document.Document.Entry.Newest)], default, default, default, postings, new(), new(), new(), PostingList.Empty(),
            known.FacetValues, known.Lexicon, known.Names);
    }
}
