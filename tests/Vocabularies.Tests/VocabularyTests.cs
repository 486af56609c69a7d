namespace PfP.Vocabularies.Tests;

public sealed class VocabularyTests
{
    [Fact]
    public void Lists_HaveTheirPublishedSizes()
    {
        Assert.Equal(18, Vocabulary.Themes.Count);
        Assert.Equal(Enumerable.Range(1, 23).Select(n => $"{n}"), Vocabulary.GcmObjectives.Select(objective => objective.Value));
        Assert.Equal(30, Vocabulary.SdgTargets.Count);
        Assert.Equal(5, Vocabulary.Regions.Count(region => region.Parent == "001"));
    }

    [Fact]
    public void Values_AreUniqueStableSlugsWithLabelsInThreeLanguages() => Assert.All(Vocabulary.All, list =>
    {
        Assert.Distinct(list.Value.Select(term => term.Value));
        Assert.All(list.Value, term =>
        {
            Assert.Matches("^[a-z0-9.-]+$", term.Value);
            Assert.All(new[] { "en", "fr", "es" }, language => Assert.False(string.IsNullOrWhiteSpace(term.Label.In(language))));
        });
    });

    [Fact]
    public void Regions_HangTogether() => Assert.All(
        Vocabulary.Regions.Where(region => region.Value != "001"), region => Assert.NotNull(Vocabulary.Regions.Find(region.Parent)));
}
