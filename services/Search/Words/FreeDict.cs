using System.IO.Compression;
using System.Text;

namespace PfP.Search.Words;

/// <summary>
/// Reads a FreeDict dictionary as Debian installs it: a line with the headword, its sound between slashes and perhaps its grammar in
/// angle brackets, and after it lines of translations, numbered where they are several.
/// </summary>
internal static class FreeDict
{
    /// <summary>Pairs of a headword and one translation of it; longer phrases are left out.</summary>
    public static IEnumerable<(string Headword, string Translation)> Read(string path)
    {
        using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var reader = new StreamReader(file, Encoding.UTF8);
        string? headword = null;
        while (reader.ReadLine() is { } line)
        {
            if (Headword(line) is { } found)
            {
                headword = found;
                continue;
            }
            foreach (var translation in headword is null ? [] : Translations(line))
            {
                yield return (headword!, translation);
            }
        }
    }

    private static string? Headword(string line)
    {
        var sound = line.IndexOf(" /", StringComparison.Ordinal);
        return sound > 0 && line.IndexOf('/', sound + 2) > 0 ? line[..sound] : null;
    }

    private static IEnumerable<string> Translations(string line)
    {
        var from = line.Length > 2 && char.IsAsciiDigit(line[0]) ? line.IndexOf(' ', StringComparison.Ordinal) + 1 : 0;
        return line[from..].Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(translation => translation.Length > 1 && !translation.Contains('<', StringComparison.Ordinal) && !translation.Contains('(', StringComparison.Ordinal));
    }
}
