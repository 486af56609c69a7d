using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue;

namespace PfP.Catalogue.Tests.Entries;

public sealed class EntryRulesTests
{
    private static readonly EntryTexts Texts = new("A title", "human") { Summary = "Who does what, where.", Challenge = "What was wrong.", Solution = "What was done.", Purpose = "Which policy to choose." };

    private static readonly EntryContent Practice = new()
    {
        Texts = new Dictionary<string, EntryTexts> { ["en"] = Texts },
        GeographicScope = "global",
        Organisations = [new NamedOrganisation("un-women", "lead")],
        Themes = [new Assigned("diaspora", false)],
        Links = [new Link("https://example.org", null, null)],
        PermissionToPublish = true,
        Practice = new PracticeDetails { Type = "programme", Status = "ongoing", StartYear = 2010 },
    };

    [Fact]
    public void Submission_WithAllRequiredFields_BreaksNoRule() => Assert.Empty(EntryRules.Check(EntryKinds.Practice, Practice, archival: false));

    [Fact]
    public void ArchivalRecord_WithATitleOnly_BreaksNoRule() =>
        Assert.Empty(EntryRules.Check(EntryKinds.Practice, new EntryContent { Texts = new Dictionary<string, EntryTexts> { ["en"] = new(new string('t', 300), "human") } }, archival: true));

    [Fact]
    public void Submission_WithATitleOnly_LacksWhatTheTemplateRequires()
    {
        var breaches = EntryRules.Check(EntryKinds.Practice, new EntryContent { Texts = new Dictionary<string, EntryTexts> { ["en"] = new("A title", "human") } }, archival: false);

        Assert.Equal(
            ["challenge", "countries", "geographicScope", "links", "organisations", "permissionToPublish", "solution", "startYear", "status", "summary", "themes", "type"],
            breaches.Select(breach => breach.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Submission_OfATool_NeedsWhatItsTemplateRequires()
    {
        var tool = Practice with { Practice = null, Tool = new ToolDetails { ResourceType = "handbook", DocumentLanguages = ["en"] } };

        Assert.Empty(EntryRules.Check(EntryKinds.Tool, tool, archival: false));
        Assert.Equal("documentLanguages", Assert.Single(EntryRules.Check(EntryKinds.Tool, tool with { Tool = tool.Tool! with { DocumentLanguages = [] } }, archival: false)).Field);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void Submission_BeyondALimit_BreaksThatRule(string field, string change)
    {
        var content = change switch
        {
            "title of 151" => Practice with { Texts = new Dictionary<string, EntryTexts> { ["en"] = Texts with { Title = new string('t', 151) } } },
            "summary of 801" => Practice with { Texts = new Dictionary<string, EntryTexts> { ["en"] = Texts with { Summary = new string('s', 801) } } },
            "five themes" => Practice with { Themes = [.. new[] { "diaspora", "remittances", "integration", "cities-local", "digitalisation" }.Select(value => new Assigned(value, false))] },
            "six objectives" => Practice with { GcmObjectives = [.. Enumerable.Range(1, 6).Select(number => new Assigned($"{number}", false))] },
            "ends before it starts" => Practice with { Practice = Practice.Practice! with { EndYear = 2009 } },
            "image without text" => Practice with { Image = new Image("https://example.org/i.png", " ") },
            _ => throw new ArgumentOutOfRangeException(nameof(change)),
        };

        Assert.Equal(field, Assert.Single(EntryRules.Check(EntryKinds.Practice, content, archival: false)).Field);
    }

    public static TheoryData<string, string> Broken() => new()
    {
        { "title", "title of 151" },
        { "summary", "summary of 801" },
        { "themes", "five themes" },
        { "gcm", "six objectives" },
        { "endYear", "ends before it starts" },
        { "image", "image without text" },
    };
}
