namespace PfP.Vocabularies.Tests;

public sealed class CountriesTests
{
    [Fact]
    public void All_HoldsEveryAssignedIsoCode() => Assert.Equal(249, Countries.All.Count);

    [Theory]
    [InlineData("MD", "498", "150", "151", "Moldova", "Moldavie", "Moldavia")]
    [InlineData("ke", "404", "002", "014", "Kenya", "Kenya", "Kenia")]
    [InlineData("JM", "388", "019", "029", "Jamaica", "Jamaïque", "Jamaica")]
    [InlineData("ci", "384", "002", "011", "Côte d’Ivoire", "Côte d’Ivoire", "Côte d’Ivoire")]
    public void Find_ByCode_GivesM49PlaceAndNames(string code, string m49, string region, string subRegion, string en, string fr, string es)
    {
        var country = Countries.Find(code)!;

        Assert.Equal((m49, region, subRegion), (country.M49, country.Region, country.SubRegion));
        Assert.Equal(new Label(en, fr, es), country.Name);
    }

    [Fact]
    public void All_ButAntarctica_LieInARegionAndASubRegion() =>
        Assert.Equal(["AQ"], Countries.All.Where(country => country.Region == "001" || country.SubRegion == country.Region).Select(country => country.Code));

    [Fact]
    public void Countries_HaveNamesPositionsAndKnownRegions()
    {
        var regions = Vocabulary.Regions.Select(region => region.Value).ToHashSet();

        Assert.All(Countries.All, country =>
        {
            Assert.All([country.Name.En, country.Name.Fr, country.Name.Es], name => Assert.False(string.IsNullOrWhiteSpace(name)));
            Assert.InRange(country.Latitude, -90, 90);
            Assert.InRange(country.Longitude, -180, 180);
            Assert.All(country.Regions, region => Assert.Contains(region, regions));
        });
    }

    [Fact]
    public void Shapes_BelongToCountriesAndAreClosedRings() => Assert.All(CountryShapes.All, shape =>
    {
        Assert.NotNull(Countries.Find(shape.Key));
        Assert.All(shape.Value.SelectMany(polygon => polygon), ring => Assert.Equal(ring[0], ring[^1]));
    });

    [Fact]
    public void Names_AreUnique() => Assert.All(
        new Func<Label, string>[] { name => name.En, name => name.Fr, name => name.Es },
        language => Assert.Distinct(Countries.All.Select(country => language(country.Name))));
}
