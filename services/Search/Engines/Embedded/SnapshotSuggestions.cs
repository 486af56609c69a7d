using PfP.Contracts.Search.Api;
using PfP.Search.Indexing;
using PfP.Search.Text;

namespace PfP.Search.Engines.Embedded;

/// <summary>Suggests what begins so in one snapshot.</summary>
internal sealed class SnapshotSuggestions(Snapshot snapshot, string language)
{
    private readonly Suggester suggester = new(snapshot.Lexicon, snapshot.Names, (facet, value) => HasEntries(snapshot, facet, value), language);

    public SuggestResponse Suggest(string typed) => Suggester.Words(typed) is { Length: > 0 } words ? new([.. suggester.Names(words), .. Entries(words)]) : new([]);

    /// <summary>Titles that hold words with all these beginnings, the best match first: at the title's beginning, then the shorter title.</summary>
    private IEnumerable<Suggestion> Entries(string[] words) =>
        words.Select(WithTitleWord).Aggregate((left, right) => { left.IntersectWith(right); return left; })
            .Where(snapshot.IsLive)
            .Select(document => snapshot[document].Entry)
            .Select(entry => (Entry: entry, Title: entry.Texts[entry.LanguageFor(language)].Title))
            .OrderByDescending(entry => BeginsWith(entry.Title, words[0])).ThenBy(entry => entry.Title.Length).ThenBy(entry => entry.Entry.Slug, StringComparer.Ordinal)
            .Take(Suggester.MostEntries).Select(entry => new Suggestion(entry.Title, entry.Entry.Kind, entry.Entry.Url));

    private HashSet<int> WithTitleWord(string typed)
    {
        var found = new HashSet<int>();
        foreach (var word in suggester.TitleBeginning(typed) is { } beginning ? snapshot.Lexicon.WordsStartingWith(beginning) : [])
        {
            var postings = snapshot.TitleWords[word, snapshot.DocumentCount];
            found.UnionWith(postings.Documents.AsSpan(0, postings.Count).ToArray());
        }
        return found;
    }

    private static bool HasEntries(Snapshot snapshot, Facet facet, string value)
    {
        var postings = snapshot.PostingsOf(facet, value);
        for (var index = postings.Count - 1; index >= 0; index--)
        {
            if (snapshot.IsLive(postings.Documents[index]))
            {
                return true;
            }
        }
        return false;
    }

    private static bool BeginsWith(string title, string word) => Synonyms.Words(title) is [var first, ..] && first.StartsWith(word, StringComparison.Ordinal);
}
