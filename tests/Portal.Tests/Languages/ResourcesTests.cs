using System.Text.RegularExpressions;
using System.Xml.Linq;
using PfP.Testing;

namespace PfP.Portal.Tests.Languages;

public sealed partial class ResourcesTests
{
    private static readonly Dictionary<string, string> Folders = new()
    {
        ["Texts"] = Path.Combine(Repository.Root, "frontend", "Design", "Resources"),
        ["Pages"] = Path.Combine(Repository.Root, "frontend", "Design", "Resources"),
        ["MemberTexts"] = Path.Combine(Repository.Root, "frontend", "Portal", "Resources"),
        ["ConfirmationTexts"] = Path.Combine(Repository.Root, "frontend", "Portal", "Resources"),
        ["NotificationTexts"] = Path.Combine(Repository.Root, "frontend", "Portal", "Resources"),
        ["DeliveryTexts"] = Path.Combine(Repository.Root, "frontend", "Portal", "Resources"),
        ["ReportTexts"] = Path.Combine(Repository.Root, "frontend", "Portal", "Resources"),
        ["ContributionTexts"] = Path.Combine(Repository.Root, "frontend", "Portal", "Resources"),
        ["SearchDeskTexts"] = Path.Combine(Repository.Root, "frontend", "Portal", "Resources"),
        ["ReplyTexts"] = Path.Combine(Repository.Root, "frontend", "Portal", "Resources"),
        ["ForumTexts"] = Path.Combine(Repository.Root, "frontend", "Portal", "Resources"),
        ["EngagementTexts"] = Path.Combine(Repository.Root, "frontend", "Portal", "Resources"),
        ["YearTexts"] = Path.Combine(Repository.Root, "frontend", "Portal", "Resources"),
        ["CallTexts"] = Path.Combine(Repository.Root, "frontend", "Portal", "Resources"),
    };

    [Theory]
    [InlineData("Texts")]
    [InlineData("Pages")]
    [InlineData("MemberTexts")]
    [InlineData("ContributionTexts")]
    [InlineData("CallTexts")]
    [InlineData("ReportTexts")]
    [InlineData("DeliveryTexts")]
    [InlineData("ConfirmationTexts")]
    [InlineData("NotificationTexts")]
    [InlineData("ReplyTexts")]
    [InlineData("EngagementTexts")]
    [InlineData("SearchDeskTexts")]
    [InlineData("ForumTexts")]
    [InlineData("YearTexts")]
    public void Translations_Always_HaveTheSameKeysAndNoEmptyValue(string name)
    {
        var english = Read($"{name}.resx");

        Assert.All(["fr", "es"], language => Assert.Equal(english.Keys.Order(), Read($"{name}.{language}.resx").Keys.Order()));
        Assert.All([$"{name}.resx", $"{name}.fr.resx", $"{name}.es.resx"], file => Assert.DoesNotContain(Read(file), text => string.IsNullOrWhiteSpace(text.Value)));
    }

    [Theory]
    [InlineData("Texts")]
    [InlineData("Pages")]
    [InlineData("MemberTexts")]
    [InlineData("ContributionTexts")]
    [InlineData("CallTexts")]
    [InlineData("ReportTexts")]
    [InlineData("DeliveryTexts")]
    [InlineData("ConfirmationTexts")]
    [InlineData("NotificationTexts")]
    [InlineData("ReplyTexts")]
    [InlineData("EngagementTexts")]
    [InlineData("SearchDeskTexts")]
    [InlineData("ForumTexts")]
    [InlineData("YearTexts")]
    public void Translations_Always_HaveTheSamePlaceholdersAndLinks(string name)
    {
        var english = Read($"{name}.resx");

        foreach (var language in new[] { "fr", "es" })
        {
            var translated = Read($"{name}.{language}.resx");
            Assert.All(english, text => Assert.Equal(Marks(text.Value), Marks(translated[text.Key])));
        }
    }

    [Theory]
    [InlineData("Texts", "T|texts")]
    [InlineData("MemberTexts", "M|memberTexts|Texts")]
    [InlineData("ContributionTexts", "C")]
    [InlineData("CallTexts", "K|callTexts")]
    [InlineData("ReportTexts", "R")]
    [InlineData("DeliveryTexts", "D")]
    [InlineData("ConfirmationTexts", "F")]
    [InlineData("NotificationTexts", "N|notificationTexts")]
    [InlineData("ReplyTexts", "A|replyTexts")]
    [InlineData("EngagementTexts", "G|engagementTexts")]
    [InlineData("SearchDeskTexts", "S|searchDeskTexts")]
    [InlineData("ForumTexts", "O|forumTexts")]
    [InlineData("YearTexts", "Y|yearTexts")]
    public void Texts_WhenUsedByName_Exist(string name, string localizer)
    {
        var texts = Read($"{name}.resx");
        var usedKey = new Regex($"""\b(?:{localizer})(?:\.Or)?[\[(]"([^"]+)"[\],]""");
        var used = Sources().SelectMany(file => usedKey.Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct();

        Assert.All(used, key => Assert.True(texts.ContainsKey(key), $"{key} has no text."));
    }

    [Theory]
    [InlineData("Texts")]
    [InlineData("MemberTexts")]
    [InlineData("ContributionTexts")]
    [InlineData("CallTexts")]
    [InlineData("ReportTexts")]
    [InlineData("DeliveryTexts")]
    [InlineData("ConfirmationTexts")]
    [InlineData("NotificationTexts")]
    [InlineData("ReplyTexts")]
    [InlineData("EngagementTexts")]
    [InlineData("SearchDeskTexts")]
    [InlineData("ForumTexts")]
    [InlineData("YearTexts")]
    public void Texts_Always_AreUsed(string name)
    {
        var sources = string.Join('\n', Sources().Select(File.ReadAllText));

        // Keys with a variable part are built from a prefix; counted texts end with One or Many.
        Assert.All(Read($"{name}.resx").Keys, key => Assert.True(
            sources.Contains($"\"{key}\"", StringComparison.Ordinal)
            || sources.Contains($"\"{Regex.Replace(key, "\\.(One|Many)$", "")}\"", StringComparison.Ordinal)
            || Built(key, sources),
            $"{key} is used nowhere."));
    }

    private static bool Built(string key, string sources) => Enumerable.Range(1, key.Length - 1)
        .Any(length => key[length - 1] == '.' && sources.Contains($"$\"{key[..length]}{{", StringComparison.Ordinal));

    private static IEnumerable<string> Sources() =>
        new[] { "*.razor", "*.cs" }.SelectMany(pattern => Directory.EnumerateFiles(Path.Combine(Repository.Root, "frontend"), pattern, SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static Dictionary<string, string> Read(string file) => XDocument.Load(Path.Combine(Folders[file.Split('.')[0]], file)).Root!.Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static IEnumerable<string> Marks(string text) => Mark().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}|\]\([^)]+\)|`/[^`]+`")]
    private static partial Regex Mark();
}
