using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;
using PfP.Design.Languages;
using PfP.Identity.Members.Directory;
using PfP.Vocabularies;

namespace PfP.Identity.Members.Profiles;

/// <summary>The directory's fields of the profile page: what they say, and what is wrong with it.</summary>
internal sealed partial class DirectoryForm(Func<string, StringValues> posted)
{
    private const int LongestAbout = 2000;

    public DirectoryEntry Entry => new()
    {
        Telephone = Text("telephone"),
        About = Text("about"),
        Languages = Several("languages"),
        Offers = Several("offers"),
        Seeks = Several("seeks"),
        Hidden = posted("hidden") == "true",
        EmailVisibility = posted("emailVisibility").ToString(),
        TelephoneVisibility = posted("telephoneVisibility").ToString(),
        PositionVisibility = posted("positionVisibility").ToString(),
        AboutVisibility = posted("aboutVisibility").ToString(),
    };

    /// <summary>By name, in the page's language.</summary>
    public static IEnumerable<(string Value, string Label)> Labels(IReadOnlyList<Term> vocabulary) => vocabulary
        .Select(term => (term.Value, Label: term.Label.In(SiteLanguage.Current.Code)))
        .OrderBy(term => term.Label, StringComparer.Create(SiteLanguage.Current.Culture, ignoreCase: true));

    /// <summary>Fields and the keys of the texts that say what is wrong with them.</summary>
    public static IEnumerable<(string Field, string Problem)> Problems(DirectoryEntry entry) => new[]
    {
        ("emailVisibility", Visibility.All.Contains(entry.EmailVisibility), "Visibility.Missing"),
        ("telephone", entry.Telephone is null || Telephone().IsMatch(entry.Telephone), "Telephone.Invalid"),
        ("telephoneVisibility", Visibility.All.Contains(entry.TelephoneVisibility), "Visibility.Missing"),
        ("positionVisibility", Visibility.All.Contains(entry.PositionVisibility), "Visibility.Missing"),
        ("about", entry.About is null || PlainText.IsParagraphs(entry.About, LongestAbout), "About.Invalid"),
        ("aboutVisibility", Visibility.All.Contains(entry.AboutVisibility), "Visibility.Missing"),
        ("languages", entry.Languages.All(language => Vocabulary.SpokenLanguages.Find(language) is not null), "List.Invalid"),
        ("offers", entry.Offers.All(theme => Vocabulary.Themes.Find(theme) is not null), "List.Invalid"),
        ("seeks", entry.Seeks.All(theme => Vocabulary.Themes.Find(theme) is not null), "List.Invalid"),
    }.Where(field => !field.Item2).Select(field => (field.Item1, field.Item3));

    private string? Text(string field) => posted(field).ToString().Trim() is { Length: > 0 } text ? text.ReplaceLineEndings("\n") : null;

    private string[] Several(string field) => [.. posted(field).OfType<string>().Distinct()];

    [GeneratedRegex(@"^\+?[0-9 ()./-]{5,40}\z")]
    private static partial Regex Telephone();
}
