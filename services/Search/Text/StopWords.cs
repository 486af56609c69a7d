using System.Collections.Frozen;

namespace PfP.Search.Text;

/// <summary>Words too common to tell one entry from another, folded.</summary>
internal static class StopWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByLanguage = new Dictionary<string, FrozenSet<string>>
    {
        ["en"] = Set("""
            a about above across after again all also although am among an and another any are as at be because been before being below between both
            but by can could did do does doing down during each few for from further had has have having he her here hers him his how however i if
            in into is it its itself just may me might more most much my no nor not now of off on once only or other our out over own s same she
            should since so some such t than that the their them then there these they this those through thus to too toward towards under until up
            upon very was we were what when where which while who whom whose why will with within would you your
            """),
        ["fr"] = Set("""
            a ai au aux avec c ce ces cet cette chez comme comment d dans de des dont du elle elles en entre est et etait ete etre eux il ils j je l la
            le les leur leurs lors lui m ma mais me meme mes mon n ne nos notre nous on ont ou par pas plus pour qu quand que quel quelle quelles quels
            qui s sa sans se selon ses si son sont sous sur t ta te tes toi ton tous tout toute toutes tres tu un une vers vos votre vous y
            """),
        ["es"] = Set("""
            a al algo ante antes como con contra cual cuales cuando de del desde donde dos durante e el ella ellas ellos en entre era es esa esas ese eso
            esos esta estas este esto estos fue ha hacia han hasta hay la las le les lo los mas me mi mis mucho muy nada ni no nos nuestra nuestro o os
            otra otras otro otros para pero poco por porque que quien quienes se ser si sin sobre son su sus tambien te tiene todo todos tu tus un una
            unas uno unos y ya yo
            """),
        ["ar"] = Set("في من الي علي عن مع هذا هذه ذلك تلك التي الذي الذين ان او ثم كل ما لا و"),
    }.ToFrozenDictionary();

    /// <summary>Short words of one language that carry meaning in another: a query's language is not known.</summary>
    private static readonly FrozenSet<string> KeptInQueries = FrozenSet.Create("are", "mas", "poco", "nada", "plus", "son", "ton", "will", "ante", "down", "sur");

    private static readonly FrozenSet<string> Any = ByLanguage.Values.SelectMany(words => words).Except(KeptInQueries).ToFrozenSet();

    /// <summary>For the words of a document, whose language is known.</summary>
    public static bool Contains(string folded, string language) => ByLanguage.TryGetValue(language, out var words) && words.Contains(folded);

    /// <summary>For the words of a query, in whatever language.</summary>
    public static bool ContainsInAny(string folded) => Any.Contains(folded);

    private static FrozenSet<string> Set(string words) => words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
