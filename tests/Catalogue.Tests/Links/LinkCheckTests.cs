using PfP.Catalogue.Links;

namespace PfP.Catalogue.Tests.Links;

public sealed class LinkCheckTests
{
    private static readonly DateTimeOffset Start = new(2027, 1, 4, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Gone", 2)]
    [InlineData("Failing", 5)]
    [InlineData("Unreachable", 5)]
    public void Link_ThatFailsDayAfterDay_IsDeadWhenThatIsCertain(string answer, int days)
    {
        var check = LinkCheck.Of("https://example.org/", Start);

        for (var day = 0; day < days - 1; day++)
        {
            check.Note(Enum.Parse<LinkAnswer>(answer), check.NextAt);
            Assert.Null(check.DeadSince);
        }

        check.Note(Enum.Parse<LinkAnswer>(answer), check.NextAt);

        Assert.Equal((Start.AddDays(days - 1), Start.AddDays(days + 6)), (check.DeadSince, check.NextAt));
    }

    [Fact]
    public void Link_ThatAnswersAgain_IsAsGoodAsNew()
    {
        var check = LinkCheck.Of("https://example.org/", Start);
        check.Note(LinkAnswer.Gone, Start);
        check.Note(LinkAnswer.Gone, Start.AddDays(1));

        check.Note(LinkAnswer.Answered, Start.AddDays(8));
        check.Note(LinkAnswer.Gone, Start.AddDays(38));

        Assert.Equal((null, 1, Start.AddDays(39)), (check.DeadSince, check.Failures, check.NextAt));
    }
}
