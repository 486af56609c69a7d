using PfP.Search.QueryCounts;

namespace PfP.Search.Tests.QueryCounts;

/// <summary>What is kept of what somebody types into a search.</summary>
public sealed class CountedTextTests
{
    [Theory]
    [InlineData("Remittances", "remittances")]
    [InlineData("  Échanges   d’EXPÉRIENCES?! ", "echanges d experiences")]
    [InlineData("\"labour mobility\"", "labour mobility")]
    [InlineData("SDG 10.7", "sdg 10 7")]
    [InlineData("Quito 2020", "quito 2020")]
    [InlineData("הגירה", "הגירה")]
    [InlineData("a\0b", "a b")]
    public void Text_IsItsWords_WithoutCaseAccentsAndSigns(string typed, string counted) => Assert.Equal(counted, CountedText.Of(typed));

    [Theory]
    [InlineData("amina@example.org")]
    [InlineData("write to amina＠example.org")]
    [InlineData("+41 79 123 45 67")]
    [InlineData("079/1234567")]
    [InlineData("٠٧٩١٢٣٤٥")]
    [InlineData("born 12.03.1985")]
    [InlineData("passport X1234567")]
    [InlineData("https://example.org/reply?token=secret")]
    [InlineData("WWW.example.org")]
    public void Text_ThatMayBeAboutAPerson_IsNotKept(string typed) => Assert.Null(CountedText.Of(typed));

    [Theory]
    [InlineData("")]
    [InlineData(" ?! ")]
    [InlineData("😀")]
    public void Text_WithoutWords_IsNotKept(string typed) => Assert.Null(CountedText.Of(typed));

    [Fact]
    public void Text_OfMoreThanALine_IsNotKept()
    {
        Assert.Equal(new string('a', 64), CountedText.Of(new string('a', 80)));
        Assert.Null(CountedText.Of(new string('a', 81)));
        // Ligatures that are two letters each.
        Assert.Null(CountedText.Of(string.Join(' ', Enumerable.Repeat("œœœœœœœ", 9))));
    }
}
