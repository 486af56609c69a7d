using System.Text.Json.Nodes;
using PfP.Contracts.Search.Api;
using PfP.Search.Engines.Embedded;

namespace PfP.Search.Engines.Elastic;

/// <summary>Suggests what begins so: names from memory, entries by the words of their titles from the server.</summary>
internal sealed class TitleSuggestions(TextSearch texts, KnownDocuments known, string language)
{
    private readonly Suggester suggester = new(known.Lexicon, known.Names, known.HasEntries, language);

    public async Task<SuggestResponse> SuggestAsync(string typed, CancellationToken cancellationToken)
    {
        var words = Suggester.Words(typed);
        return words.Length == 0 ? new([]) : new([.. suggester.Names(words), .. await EntriesAsync(words, cancellationToken)]);
    }

    /// <summary>Titles that hold words with all these beginnings, the best match first: at the title's beginning, then the shorter title.</summary>
    private async Task<IEnumerable<Suggestion>> EntriesAsync(string[] words, CancellationToken cancellationToken)
    {
        var beginnings = words.Select(suggester.TitleBeginning).ToList();
        if (beginnings.Contains(null))
        {
            return [];
        }
        var titles = Dsl.All([Dsl.Term(IndexLayout.Live, true), .. beginnings.Distinct().Select(beginning => Dsl.Prefix(IndexLayout.TitleWords, EntryFields.Token(beginning!)))]);
        titles["bool"]!["should"] = new JsonArray(Dsl.Constant(Dsl.Prefix(IndexLayout.FirstWord(language), EntryFields.Token(words[0])), 1));
        var search = new JsonObject
        {
            ["query"] = titles,
            ["sort"] = new JsonArray(Orders.By("_score", "desc"), Orders.By(IndexLayout.TitleLength(language), "asc"), Orders.By(IndexLayout.Slug, "asc")),
            ["size"] = Suggester.MostEntries,
            ["_source"] = Dsl.Array([IndexLayout.Document]),
        };
        var (answer, _) = await texts.SearchAsync(null, _ => search, cancellationToken);
        return answer.Hits().Select(hit => hit.Document()!).Select(entry => new Suggestion(entry.Texts[entry.LanguageFor(language)].Title, entry.Kind, entry.Url));
    }
}
