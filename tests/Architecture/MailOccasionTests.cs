using System.Text.Json;
using System.Text.RegularExpressions;

namespace PfP.Architecture;

/// <summary>The secretariat reads of mails by what they are about; one without a name there would show what stands in its row.</summary>
public sealed partial class MailOccasionTests
{
    [Fact]
    public void Occasions_WhenRegistered_AllHaveANameForPeople() => Assert.Empty(WithoutName(SourceFile.All(".cs", ".resx").ToList()));

    [Fact]
    public void Rule_WhenAnOccasionHasNoName_Fails() =>
        Assert.Equal(["welcome-again"], WithoutName([.. SourceFile.All(".resx"), new("services/Identity/Program.cs", "mail.Occasion<WelcomeAgain>()")]));

    private static IEnumerable<string> WithoutName(IReadOnlyCollection<SourceFile> files)
    {
        var texts = files.Single(file => file.Path == "frontend/Portal/Resources/DeliveryTexts.resx").Text;
        return from file in files
               where file.Path.StartsWith("services/", StringComparison.Ordinal)
               from Match occasion in Registration().Matches(file.Text)
               let name = JsonNamingPolicy.KebabCaseLower.ConvertName(occasion.Groups[1].Value)
               where !texts.Contains($"name=\"Occasion.{name}\"", StringComparison.Ordinal)
               select name;
    }

    [GeneratedRegex(@"\.(?:Occasion|AskedFor)<(\w+)>")]
    private static partial Regex Registration();
}
