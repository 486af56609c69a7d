using FsCheck;
using FsCheck.Fluent;
using PfP.Search.Queries;
using PfP.Search.Text;

namespace PfP.Search.Tests.Text;

public sealed class AnalysisProperties
{
    [Fact]
    public void Fold_Twice_IsFoldOnce() => Check<string>(text => Folding.Fold(Folding.Fold(text)) == Folding.Fold(text));

    [Fact]
    public void Tokens_OfAnyText_LieInOrderWithinIt() => Check<string>(text =>
    {
        var tokens = new Tokenizer(text);
        var end = 0;
        while (tokens.MoveNext())
        {
            if (tokens.Start < end || tokens.Length == 0 || tokens.Start + tokens.Length > text.Length)
            {
                return false;
            }
            end = tokens.Start + tokens.Length;
        }
        return true;
    });

    [Fact]
    public void QueryText_OfAnyText_IsShortAndWhole() => Check<string>(text =>
    {
        var parsed = QueryText.Parse(string.Concat(Enumerable.Repeat(text, 50)));
        return parsed.Words.Count <= 32 && parsed.Text.Length <= 1000 && parsed.Words.All(word => word.Folded.Length > 0);
    });

    [Fact]
    public void EditDistance_IsSymmetricAndCutOffAtTheLimit() => Check<(string Left, string Right)>(pair =>
    {
        var (left, right) = (pair.Left, pair.Right);
        var exact = EditDistance.Between(left, right, 64);
        return exact == EditDistance.Between(right, left, 64) && EditDistance.Between(left, right, 2) == Math.Min(exact, 3);
    });

    private static void Check<T>(Func<T, bool> holds)
    {
        var generator = typeof(T) == typeof(string)
            ? (Gen<T>)(object)Texts()
            : (Gen<T>)(object)Texts().Zip(Texts()).Select(pair => (pair.Item1[..Math.Min(12, pair.Item1.Length)], pair.Item2[..Math.Min(12, pair.Item2.Length)]));
        FsCheck.Check.One(Config.QuickThrowOnFailure, Prop.ForAll(generator.ToArbitrary(), holds));
    }

    /// <summary>From plain words to lone surrogates, accents that combine, and other scripts.</summary>
    private static Gen<string> Texts() => Gen.Elements("a", "b", "É", "e\u0301", "ß", " ", "-", "\"", "😀", "\uD83D", "الهجرة", "ﬁ", "İ", "7", "\u202E", "移", "ǅ")
        .ListOf().Select(parts => string.Concat(parts));
}
