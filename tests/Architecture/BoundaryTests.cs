using System.Xml.Linq;

namespace PfP.Architecture;

/// <summary>Services share contracts, vocabularies and defaults, and nothing else.</summary>
public sealed class BoundaryTests
{
    private static readonly string[] Shared = ["Contracts", "Vocabularies", "ServiceDefaults"];

    [Fact]
    public void Projects_WhenTheyReferToOthers_ReferToSharedOnesOnly() => Assert.Empty(SourceFile.All(".csproj").SelectMany(Violations));

    [Theory]
    [InlineData("services/Search/Search.csproj", "../Catalogue/Catalogue.csproj")]
    [InlineData("frontend/Portal/Portal.csproj", "../../services/Search/Search.csproj")]
    [InlineData("services/Contracts/Contracts.csproj", "../../ServiceDefaults/ServiceDefaults.csproj")]
    public void Rule_WhenBroken_Fails(string project, string reference) =>
        Assert.NotEmpty(Violations(new(project, $"<Project><ItemGroup><ProjectReference Include=\"{reference}\" /></ItemGroup></Project>")));

    [Fact]
    public void Rule_WhenContractsTakeAPackage_Fails() => Assert.NotEmpty(
        Violations(new("services/Contracts/Contracts.csproj", "<Project><ItemGroup><PackageReference Include=\"MassTransit\" /></ItemGroup></Project>")));

    private static IEnumerable<string> Violations(SourceFile project)
    {
        var name = Path.GetFileNameWithoutExtension(project.Path);
        var items = XDocument.Parse(project.Text).Descendants().ToArray();
        if (name == "Contracts")
        {
            return items.Where(item => item.Name.LocalName is "PackageReference" or "ProjectReference").Select(item => $"{project.Path}: {item}");
        }

        // The account pages look as the portal does.
        var hasPages = project.Path.StartsWith("frontend/", StringComparison.Ordinal) || name == "Identity";
        var allowed = hasPages ? Shared.Append("Design") : Shared;
        return from item in items
               where item.Name.LocalName == "ProjectReference"
               let target = Path.GetFileNameWithoutExtension(item.Attribute("Include")!.Value)
               where !allowed.Contains(target)
               select $"{project.Path} → {target}";
    }
}
