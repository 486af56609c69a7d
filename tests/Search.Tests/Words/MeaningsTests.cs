using PfP.Search.Queries;
using PfP.Search.Text;
using PfP.Search.Words;

namespace PfP.Search.Tests.Words;

public sealed class MeaningsTests
{
    [Theory]
    [InlineData("remesas", "remittance")]
    [InlineData("envois de fonds", "remittance")]
    [InlineData("التحويلات المالية", "remittance")]
    [InlineData("British", "United Kingdom")]
    [InlineData("kids", "child")]
    [InlineData("Moldovan", "Moldova")]
    [InlineData("moldavos", "Moldova")]
    [InlineData("Filipinos", "Philippines")]
    [InlineData("Marocaine", "Morocco")]
    public void Build_OfAWord_AlsoMeansItsOtherNames_ButLess(string typed, string meant)
    {
        var terms = Synonyms.Words(meant).Select(word => Stemmer.Stem(word, "en")).ToList();
        var clauses = Build(typed).Clauses;

        Assert.Contains(clauses[0].Alternatives, phrase => phrase.Places.Select(forms => forms[0]).SequenceEqual(terms) && phrase.Weight is > 0.5 and < 1);
    }

    [Fact]
    public void Build_OfWhatIsOnlyNear_WeighsLessThanOfTheSame()
    {
        var alternatives = Build("diploma").Clauses.Single().Alternatives;

        Assert.True(alternatives.Single(phrase => phrase.ToString() == "certif/certificate").Weight > alternatives.Single(phrase => phrase.ToString() == "skill/skills").Weight);
        Assert.Equal(1, alternatives[0].Weight);
    }

    [Fact]
    public void Build_OfAFormOfSeveralWords_GivesItToEachOfThem()
    {
        var clauses = Build("travail forcé").Clauses;

        Assert.Equal(2, clauses.Count);
        Assert.All(clauses, clause => Assert.Contains(clause.Alternatives, phrase => phrase.Places.Count == 1 && phrase.Places[0][0] == Stemmer.Stem("exploitation", "en")));
    }

    [Fact]
    public void Build_OfAQuotedText_MeansJustThat() => Assert.Equal(1, Assert.Single(Build("\"remesas\"").Clauses.Single().Alternatives).Weight);

    /// <summary>"pays" is what workers get in English, and countries in French.</summary>
    [Theory]
    [InlineData("who pays for the training", "wage", true)]
    [InlineData("qui forme dans les pays", "wage", false)]
    [InlineData("who pays for the training", "country", false)]
    [InlineData("qui forme dans les pays", "country", true)]
    public void Build_ReadsWordsInTheLanguageOfTheText(string typed, string word, bool isMeant)
    {
        var term = Stemmer.Stem(word, "en");

        Assert.Equal(isMeant, Build(typed).Clauses.Any(clause => clause.Alternatives.Any(phrase => phrase.Places.Count == 1 && phrase.Places[0].Contains(term))));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 3, 3)]
    [InlineData(3, 2, 2)]
    [InlineData(3, 1, 1)]
    [InlineData(4, 4, 3)]
    [InlineData(9, 9, 3)]
    [InlineData(9, 2, 2)]
    public void FewestOfAny_WantsAllOfFewWordsAndMostOfMany(int clauses, int best, int fewest) =>
        Assert.Equal(fewest, new TextQuery([.. Enumerable.Range(0, clauses).Select(number => new Clause([new Phrase([[$"t{number}"]])]))], null).FewestOfAny(best));

    private static TextQuery Build(string typed) => new QueryBuilder(new NoWords(), new Synonyms(), Meanings.Committed).Build(typed);

    private sealed class NoWords : ILexicon
    {
        public bool HasTerm(string term) => false;

        public bool HasWord(string folded) => false;

        public IReadOnlyList<KnownWord> StartingWith(string folded, int limit) => [];

        public KnownWord? Nearest(string folded, int edits) => null;
    }
}
