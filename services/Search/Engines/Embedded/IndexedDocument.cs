using System.Text;
using PfP.Search.Indexing;
using PfP.Search.Text;

namespace PfP.Search.Engines.Embedded;

/// <summary>A document in memory with the order of its words. What is only shown is kept as UTF-8, which takes half the room.</summary>
/// <param name="Entry">With titles, without other texts.</param>
/// <param name="Words">Word ids: 0 for a stop word, -1 between two texts.</param>
/// <param name="Sections">Where each of its own texts lies in <paramref name="Words"/>.</param>
internal sealed record IndexedDocument(SearchDocument Entry, int[] Words, Section[] Sections, ShownText[] Texts)
{
    public static IndexedDocument Of(SearchDocument document, int[] words, Section[] sections) =>
        new(WithTitles(document), words, sections, [.. document.Texts.Select(text => new ShownText(text.Key, Utf8(text.Value.Summary), Utf8(text.Value.Body)))]);

    public static SearchDocument WithTitles(SearchDocument document) =>
        document with { Texts = new Titles([.. document.Texts.Select(text => KeyValuePair.Create(text.Key, new DocumentText(text.Value.Title, null, null)))]) };

    public ReadOnlySpan<int> WordsOf(TextField field, string language)
    {
        foreach (var section in Sections)
        {
            if (section.Field == field && section.Language == language)
            {
                return Words.AsSpan(section.Start, section.Length);
            }
        }
        return [];
    }

    public string? TextOf(TextField field, string language) => field switch
    {
        TextField.Title => Entry.Texts[language].Title,
        TextField.Summary => Read(Shown(language)?.Summary),
        _ => Read(Shown(language)?.Body),
    };

    private ShownText? Shown(string language) => Array.Find(Texts, text => text.Language == language);

    private static byte[]? Utf8(string? text) => text is null ? null : Encoding.UTF8.GetBytes(text);

    private static string? Read(byte[]? text) => text is null ? null : Encoding.UTF8.GetString(text);
}

internal readonly record struct Section(TextField Field, string Language, int Start, int Length);

internal sealed record ShownText(string Language, byte[]? Summary, byte[]? Body);
