using PfP.Search.Text;

namespace PfP.Search.Tests.Text;

public sealed class StemmerTests
{
    [Theory]
    [InlineData("remittances", "remittance")]
    [InlineData("migrations", "migration")]
    [InlineData("organisation", "organizations")]
    [InlineData("organise", "organized")]
    [InlineData("organising", "organize")]
    [InlineData("labour", "labor")]
    [InlineData("programmes", "programs")]
    [InlineData("policies", "policy")]
    [InlineData("integrated", "integrating")]
    [InlineData("planning", "planned")]
    [InlineData("families", "family")]
    [InlineData("countries", "country")]
    [InlineData("governance", "governances")]
    [InlineData("children", "child")]
    [InlineData("women", "woman")]
    [InlineData("wives", "wife")]
    public void English_OfTwoForms_IsTheSame(string one, string other) => Assert.Equal(Stemmer.Stem(one, "en"), Stemmer.Stem(other, "en"));

    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ponies", "poni")]
    [InlineData("cats", "cat")]
    [InlineData("agreed", "agre")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("relational", "relat")]
    [InlineData("hopefulness", "hope")]
    [InlineData("adjustment", "adjust")]
    [InlineData("controlling", "control")]
    public void English_OfPortersExamples_IsAsPublished(string word, string stem) => Assert.Equal(stem, Stemmer.Stem(word, "en"));

    [Theory]
    [InlineData("fr", "politiques", "politique")]
    [InlineData("fr", "nationaux", "national")]
    [InlineData("fr", "nationales", "national")]
    [InlineData("fr", "migratrices", "migrateur")]
    [InlineData("fr", "envois", "envoi")]
    [InlineData("fr", "travailleuses", "travailleur")]
    [InlineData("fr", "migration", "migrations")]
    [InlineData("es", "migraciones", "migracion")]
    [InlineData("es", "remesas", "remesa")]
    [InlineData("es", "trabajadoras", "trabajador")]
    [InlineData("es", "politicas", "politico")]
    [InlineData("es", "ciudades", "ciudad")]
    [InlineData("es", "capacidades", "capacidad")]
    public void Romance_OfTwoForms_IsTheSame(string language, string one, string other) => Assert.Equal(Stemmer.Stem(one, language), Stemmer.Stem(other, language));

    [Fact]
    public void Stems_OfTheSameWordInThreeLanguages_MayMeet()
    {
        Assert.Equal(Stemmer.Stem("migration", "en"), Stemmer.Stem("migration", "fr"));
        Assert.Equal(Stemmer.Stem("migration", "en"), Stemmer.Stem("migracion", "es"));
    }
}
