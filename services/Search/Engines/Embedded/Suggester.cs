using PfP.Contracts.Search.Api;
using PfP.Search.Indexing;
using PfP.Search.Queries;
using PfP.Search.Text;
using PfP.Vocabularies;

namespace PfP.Search.Engines.Embedded;

/// <summary>
/// What a reader may be about to type: countries, themes and organisations that have entries, and entries by the words of their titles, which
/// each engine looks up for itself.
/// </summary>
internal sealed class Suggester(Lexicon lexicon, SeenNames names, Func<Facet, string, bool> hasEntries, string language)
{
    public const int MostEntries = 6;
    private const int MostOfAKind = 3;

    /// <summary>The typed words, folded.</summary>
    public static string[] Words(string typed) => [.. QueryText.Parse(typed).Words.Select(word => word.Folded)];

    public IEnumerable<Suggestion> Names(string[] words) =>
    [
        .. Terms(words, Vocabulary.Themes.Select(theme => (theme.Value, theme.Label)), Facet.Theme, "theme", value => $"/themes/{value}"),
        .. Terms(words, Countries.All.Select(country => (country.Code, country.Name)), Facet.Country, "country", value => $"/countries/{value.ToLowerInvariant()}"),
        .. Organisations(words),
    ];

    /// <summary>How the words of titles must begin that a typed word may become; null where none does, even with a slip of the finger forgiven.</summary>
    public string? TitleBeginning(string word) =>
        StopWords.ContainsInAny(word) || lexicon.WordsStartingWith(word).Any() ? word : lexicon.Nearest(word, EditDistance.Tolerated(word.Length))?.Folded;

    private IEnumerable<Suggestion> Terms(string[] words, IEnumerable<(string Value, Label Label)> terms, Facet facet, string kind, Func<string, string> url) =>
        terms.Where(term => BeginsWords(words, term.Label.In(language)) && hasEntries(facet, term.Value))
            .Take(MostOfAKind).Select(term => new Suggestion(term.Label.In(language), kind, url(term.Value)));

    private IEnumerable<Suggestion> Organisations(string[] words) =>
        names.Organisations
            .Where(organisation => BeginsWords(words, $"{organisation.Name} {organisation.Acronym}") && hasEntries(Facet.Organisation, organisation.Slug))
            .OrderBy(organisation => organisation.Name, StringComparer.Ordinal).Take(MostOfAKind)
            .Select(organisation => new Suggestion(organisation.Name, "organisation", $"/organisations/{organisation.Slug}"));

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
