using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PfP.Search.Engines.Embedded;
using PfP.Search.Geo;
using PfP.Search.Indexing;
using PfP.Search.Text;
using PfP.Vocabularies;

namespace PfP.Search.Engines.Elastic;

/// <summary>Makes of a document the fields that it is indexed by.</summary>
internal sealed class EntryFields(KnownDocuments known, string writer)
{
    private const int LongestTitleOrder = 8000;
    private const int MostOfATerm = 120;
    private const int LongestToken = 200;

    private long last;

    /// <summary>What is left of a withdrawn entry, so that an older version that comes late finds a higher one.</summary>
    public JsonObject Tombstone(Guid id) => new() { [IndexLayout.Live] = false, [IndexLayout.Id] = id.ToString(), [IndexLayout.Sequence] = NextSequence(), [IndexLayout.Writer] = writer };

    public JsonObject Of(SearchDocument document)
    {
        var analysed = known.Analyse(document, document.Version);
        var fields = new JsonObject
        {
            [IndexLayout.Live] = true,
            [IndexLayout.Id] = document.Id.ToString(),
            [IndexLayout.Version] = document.Version,
            [IndexLayout.Sequence] = NextSequence(),
            [IndexLayout.Writer] = writer,
            [IndexLayout.Words] = Dsl.Array(Texts(analysed.Document)),
            [IndexLayout.Weights] = string.Join(' ', WeightedTerms(analysed)),
            [IndexLayout.TitleWords] = Dsl.Array(TitleWords(analysed.Document)),
            [IndexLayout.Year] = document.Year,
            [IndexLayout.Published] = document.PublishedOn,
            [IndexLayout.Newest] = document.Newest,
            [IndexLayout.Slug] = document.Slug,
            [IndexLayout.CallState] = document.CallState,
            [IndexLayout.Opens] = document.OpensAt?.UtcTicks,
            [IndexLayout.Closes] = document.ClosesAt?.UtcTicks,
            [IndexLayout.Document] = JsonSerializer.SerializeToNode(document, DocumentJson.Default.SearchDocument),
            ["facet"] = FacetFields(document),
        };
        AddPosition(fields, document);
        AddTitles(fields, document);
        return fields;
    }

    /// <summary>A term as it is indexed and asked for: never parted by the server.</summary>
    public static string Token(string term)
    {
        var token = term.Any(char.IsWhiteSpace) ? string.Concat(term.Select(character => char.IsWhiteSpace(character) ? '_' : character)) : term;
        token = token.Length <= LongestToken ? token : token[..LongestToken];
        // A word is cut after so many characters, which may be in the middle of one.
        return token.Length > 0 && char.IsHighSurrogate(token[^1]) ? token[..^1] : token;
    }

    /// <summary>Goes up with every change, and by the clock: changes of several writers are in order but for the difference of their clocks.</summary>
    private long NextSequence() => last = Math.Max(last + 1, TimeProvider.System.GetUtcNow().UtcTicks);

    /// <summary>Stop words hold no place: a phrase passes over them.</summary>
    private List<string> Texts(IndexedDocument document)
    {
        var texts = new List<string>();
        var text = new List<string>();
        foreach (var word in document.Words)
        {
            if (word > 0)
            {
                text.Add(Token(known.Lexicon[word].Stem));
            }
            else if (word < 0)
            {
                texts.Add(string.Join(' ', text));
                text.Clear();
            }
        }
        return texts;
    }

    private IEnumerable<string> WeightedTerms(AnalysedDocument analysed)
    {
        var stems = analysed.Document.Words.Where(word => word > 0).Distinct().DistinctBy(word => known.Lexicon.TermsOfWords[word])
            .ToDictionary(word => known.Lexicon.TermsOfWords[word], word => Token(known.Lexicon[word].Stem));
        return analysed.Terms.Zip(analysed.Weights).SelectMany(term =>
            Enumerable.Repeat(stems[term.First], Math.Clamp((int)MathF.Round(term.Second * IndexLayout.TermsPerWeight), 1, MostOfATerm)));
    }

    private IEnumerable<string> TitleWords(IndexedDocument document) => document.Sections.Where(section => section.Field == TextField.Title)
        .SelectMany(section => document.Words.AsSpan(section.Start, section.Length).ToArray()).Where(word => word > 0).Select(word => Token(known.Lexicon[word].Folded)).Distinct();

    private static JsonObject FacetFields(SearchDocument document) =>
        new(Facets.Of(document).GroupBy(value => value.Facet).Select(facet => new KeyValuePair<string, JsonNode?>(facet.Key.Name(), Dsl.Array(facet.Select(value => value.Value)))));

    private static void AddPosition(JsonObject fields, SearchDocument document)
    {
        if (document.Places.Count > 0)
        {
            fields[IndexLayout.Places] = new JsonArray([.. document.Places.Select(place => new JsonObject { ["lat"] = place.Latitude, ["lon"] = place.Longitude })]);
            return;
        }
        fields[IndexLayout.Standing] = Dsl.Array(Geography.CountriesStandingFor(document).Select(number => Countries.All[number].Code));
    }

    private static void AddTitles(JsonObject fields, SearchDocument document)
    {
        var (order, first, length) = (new JsonObject(), new JsonObject(), new JsonObject());
        foreach (var language in IndexLayout.Languages)
        {
            var title = document.Texts[document.LanguageFor(language)].Title;
            var key = Convert.ToHexString(CultureInfo.GetCultureInfo(language).CompareInfo.GetSortKey(title, Ranker.TitleOptions).KeyData);
            order[language] = key.Length <= LongestTitleOrder ? key : key[..LongestTitleOrder];
            first[language] = Synonyms.Words(title) is [var word, ..] ? Token(word) : "";
            length[language] = title.Length;
        }
        (fields["title_order"], fields["first_word"], fields["title_length"]) = (order, first, length);
    }
}
