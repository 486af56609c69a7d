using System.Globalization;

namespace PfP.ServiceDefaults;

public static class FileNames
{
    private const int Longest = 120;
    private const string Awkward = "<>:\"/\\|?*%#&";

    /// <summary>The last part of a path, without what file systems, headers or addresses stumble over.</summary>
    public static string Tidy(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1].Normalize();
        var tidy = string.Concat(last.Where(IsShown).Select(character => Awkward.Contains(character) ? '-' : character)).Trim(' ', '.');
        var (stem, ending) = (Path.GetFileNameWithoutExtension(tidy), Path.GetExtension(tidy).ToLowerInvariant());
        return $"{(stem.Length == 0 ? "file" : stem[..Math.Min(stem.Length, Longest)].TrimEnd())}{ending[..Math.Min(ending.Length, 10)]}";
    }

    // Neither control characters nor those that turn the direction of reading, which hide how a name ends.
    private static bool IsShown(char character) => char.GetUnicodeCategory(character) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
