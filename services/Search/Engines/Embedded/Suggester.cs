using PfP.Contracts.Search.Api;
using PfP.Search.Indexing;
using PfP.Search.Queries;
using PfP.Search.Text;
using PfP.Vocabularies;

namespace PfP.Search.Engines.Embedded;

/// <summary>What a reader may be about to type: entries by the words of their titles, and countries, themes and organisations that have entries.</summary>
internal sealed class Suggester(Snapshot snapshot, string language)
{
    private const int MostEntries = 6;
    private const int MostOfAKind = 3;

    public SuggestResponse Suggest(string typed)
    {
        var words = QueryText.Parse(typed).Words.Select(word => word.Folded).ToArray();
        if (words.Length == 0)
        {
            return new SuggestResponse([]);
        }
        return new SuggestResponse(
        [
            .. Terms(words, Vocabulary.Themes.Select(theme => (theme.Value, theme.Label)), Facet.Theme, "theme", value => $"/themes/{value}"),
            .. Terms(words, Countries.All.Select(country => (country.Code, country.Name)), Facet.Country, "country", value => $"/countries/{value.ToLowerInvariant()}"),
            .. Organisations(words),
            .. Entries(words),
        ]);
    }

    private IEnumerable<Suggestion> Terms(string[] words, IEnumerable<(string Value, Label Label)> terms, Facet facet, string kind, Func<string, string> url) =>
        terms.Where(term => BeginsWords(words, term.Label.In(language)) && HasEntries(facet, term.Value))
            .Take(MostOfAKind).Select(term => new Suggestion(term.Label.In(language), kind, url(term.Value)));

    private IEnumerable<Suggestion> Organisations(string[] words) =>
        snapshot.Names.Organisations
            .Where(organisation => BeginsWords(words, $"{organisation.Name} {organisation.Acronym}") && HasEntries(Facet.Organisation, organisation.Slug))
            .OrderBy(organisation => organisation.Name, StringComparer.Ordinal).Take(MostOfAKind)
            .Select(organisation => new Suggestion(organisation.Name, "organisation", $"/organisations/{organisation.Slug}"));

    /// <summary>Titles that hold words with all these beginnings, the best match first: at the title's beginning, then the shorter title.</summary>
    private IEnumerable<Suggestion> Entries(string[] words) =>
        words.Select(WithTitleWord).Aggregate((left, right) => { left.IntersectWith(right); return left; })
            .Where(snapshot.IsLive)
            .Select(document => snapshot[document].Entry)
            .Select(entry => (Entry: entry, Title: entry.Texts[entry.LanguageFor(language)].Title))
            .OrderByDescending(entry => BeginsWith(entry.Title, words[0])).ThenBy(entry => entry.Title.Length).ThenBy(entry => entry.Entry.Slug, StringComparer.Ordinal)
            .Take(MostEntries).Select(entry => new Suggestion(entry.Title, entry.Entry.Kind, entry.Entry.Url));

    private HashSet<int> WithTitleWord(string beginning)
    {
        var found = new HashSet<int>();
        foreach (var word in TitleWords(beginning))
        {
            var postings = snapshot.TitleWords[word, snapshot.DocumentCount];
            found.UnionWith(postings.Documents.AsSpan(0, postings.Count).ToArray());
        }
        return found;
    }

    private IEnumerable<int> TitleWords(string beginning)
    {
        if (StopWords.ContainsInAny(beginning) || snapshot.Lexicon.WordsStartingWith(beginning).Any())
        {
            return snapshot.Lexicon.WordsStartingWith(beginning);
        }
        return snapshot.Lexicon.Nearest(beginning, EditDistance.Tolerated(beginning.Length)) is { } nearest
            ? snapshot.Lexicon.WordsStartingWith(nearest.Folded)
            : [];
    }

    private bool HasEntries(Facet facet, string value)
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

    private static bool BeginsWords(string[] words, string label)
    {
        var own = Folded(label);
        return Array.TrueForAll(words, word => own.Exists(candidate => candidate.StartsWith(word, StringComparison.Ordinal)));
    }

    private static List<string> Folded(string label)
    {
        var words = new List<string>();
        var tokens = new Tokenizer(label);
        while (tokens.MoveNext())
        {
            words.Add(Folding.Fold(tokens.Word));
        }
        return words;
    }
}
