namespace PfP.ServiceDefaults.Tests.Input;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Sending Money Home: Outcomes", "sending-money-home-outcomes")]
    [InlineData("L’intégration à l'école — Straße 5", "lintegration-a-lecole-strasse-5")]
    [InlineData("Łódź, İstanbul, Málaga & Tromsø", "lodz-istanbul-malaga-tromso")]
    [InlineData("  --  ", "")]
    [InlineData("الهجرة", "")]
    public void Slug_OfATitle_IsAscii(string title, string expected) => Assert.Equal(expected, Slug.From(title));

    [Fact]
    public void Slug_OfALongTitle_EndsWithAWordThatMayEndIt()
    {
        var slug = Slug.From("Connecting Global Policy Agendas to Promote Effective Solutions for Climate and Human Mobility");

        Assert.Equal("connecting-global-policy-agendas-to-promote-effective-solutions-for-climate", slug);
    }
}
