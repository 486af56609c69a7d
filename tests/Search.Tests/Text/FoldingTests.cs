using PfP.Search.Text;

namespace PfP.Search.Tests.Text;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Réintégration", "reintegration")]
    [InlineData("PARTICIPACIÓN", "participacion")]
    [InlineData("Œuvre", "oeuvre")]
    [InlineData("Straße", "strasse")]
    [InlineData("Łódź", "lodz")]
    [InlineData("ＩＯＭ", "iom")]
    [InlineData("ﬁnance", "finance")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("أُسْرَة", "اسره")]
    public void Fold_BringsSpellingsTogether(string written, string folded) => Assert.Equal(folded, Folding.Fold(written));

    [Fact]
    public void Tokens_AreWordsOnly()
    {
        var words = new List<string>();
        var tokens = new Tokenizer("L’emploi: Spain–ECOWAS (10.7) 😀 naïve\uD83D Ünïon 𝒜b");
        while (tokens.MoveNext())
        {
            words.Add(tokens.Word.ToString());
        }

        Assert.Equal(["L", "emploi", "Spain", "ECOWAS", "10", "7", "naïve", "Ünïon", "𝒜b"], words);
    }

    [Theory]
    [InlineData("remitances", "remittances", 1)]
    [InlineData("mirgation", "migration", 1)]
    [InlineData("abc", "ca", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("same", "same", 0)]
    public void EditDistance_CountsSwapsOnce(string left, string right, int distance) => Assert.Equal(distance, EditDistance.Between(left, right, 3));
}
