using FsCheck;
using FsCheck.Fluent;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Search.Api;
using PfP.Search.Engines.Embedded;
using PfP.Search.Indexing;
using PfP.Search.Queries;
using PfP.Search.Text;

namespace PfP.Search.Tests.Engines;

/// <summary>On made-up corpora: what is counted is what is shown, and what is found is what a naive search finds.</summary>
public sealed class FacetProperties
{
    private static readonly string[] Words = ["water", "soil", "bread", "stone", "river", "cloud"];
    private static readonly string[] CountryCodes = ["KE", "MD", "CH", "FJ"];
    private static readonly string[] Themes = ["diaspora", "remittances", "integration"];

    [Fact]
    public void Facets_OfAnyCorpus_CountWhatTheFilteredListShows() => Check((corpus, query) =>
        corpus.Search(query).Facets.Where(facet => !query.Contains($"{facet.Key}=", StringComparison.Ordinal))
            .SelectMany(facet => facet.Value.Select(value => (facet.Key, value)))
            .All(pair => corpus.Search($"{query}&{pair.Key}={pair.value.Value}").Total == pair.value.Count));

    [Fact]
    public void Facets_WithASelection_CountWhatChoosingAnotherValueInsteadWouldShow() => Check((corpus, query) =>
    {
        var others = string.Join('&', query.Split('&').Where(part => !part.StartsWith("country=", StringComparison.Ordinal)));
        return corpus.Search(query).Facets["country"].All(value => corpus.Search($"{others}&country={value.Value}").Total == value.Count);
    });

    [Fact]
    public void Total_OfAnyQuery_IsThatOfANaiveSearch() => Check((corpus, query) => corpus.Search(query).Total == corpus.NaiveTotal(Ask.Request(query)));

    private static void Check(Func<Corpus, string, bool> holds) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60),
        Prop.ForAll(Corpora().Zip(Queries()).ToArbitrary(), pair => holds(new Corpus(pair.Item1), pair.Item2)));

    private static Gen<List<EntryPublished>> Corpora() =>
        (from number in Gen.Choose(1, 25)
         from words in Gen.Elements(Words).NonEmptyListOf()
         from countries in Gen.SubListOf(CountryCodes)
         from themes in Gen.SubListOf(Themes)
         select Entries.New(number, string.Join(' ', words)) with
         {
             Countries = [.. countries.Select(code => new EntryCountry(code, "lead"))],
             Themes = [.. themes.Select(theme => new EntryTag(theme, false))],
         }).ListOf().Select(entries => entries.ToList());

    private static Gen<string> Queries() =>
        from words in Gen.Elements(Words).NonEmptyListOf()
        from countries in Gen.SubListOf(CountryCodes)
        from themes in Gen.SubListOf(Themes)
        select $"q={string.Join(' ', words.Take(5))}" + string.Concat(countries.Select(code => $"&country={code}")) + string.Concat(themes.Select(theme => $"&theme={theme}"));

    private sealed class Corpus
    {
        private readonly MemoryIndex memory = new();
        private readonly List<SearchDocument> documents;

        public Corpus(List<EntryPublished> entries)
        {
            documents = [.. entries.Select(DocumentFactory.From).GroupBy(document => document.Id).Select(versions => versions.Last())];
            entries.ForEach(entry => memory.Put(DocumentFactory.From(entry)));
            memory.Publish();
        }

        public SearchResponse Search(string query) => new SnapshotSearch(memory.Current, new Synonyms()).Search(Ask.Request(query));

        /// <summary>The rule of the query model, over plain lists: all words where they are few, else most of them.</summary>
        public int NaiveTotal(SearchRequest request)
        {
            string[] words = [.. request.Text!.Split(' ').Distinct()];
            var counts = documents.ToDictionary(document => document, document => words.Count(document.Texts["en"].Title.Split(' ').Contains));
            var best = counts.Count == 0 ? 0 : counts.Values.Max();
            var fewest = best == words.Length && words.Length <= 3 ? best : Math.Max(1, Math.Min(Math.Min(3, (int)Math.Ceiling(words.Length * 0.6)), best));
            return counts.Count(entry => entry.Value >= fewest && request.Filters.Selected.All(filter => IsSelected(entry.Key, filter.Key, filter.Value)));
        }

        private static bool IsSelected(SearchDocument document, Facet facet, IReadOnlyList<string> values) =>
            Facets.Of(document).Any(value => value.Facet == facet && values.Contains(value.Value));
    }
}
