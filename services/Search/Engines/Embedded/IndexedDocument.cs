using System.Text;
using PfP.Search.Indexing;
using PfP.Search.Text;

namespace PfP.Search.Engines.Embedded;

/// <summary>A document in memory with the order of its words. The body is kept as UTF-8, which takes half the room.</summary>
/// <param name="Words">Word ids: 0 for a stop word, -1 between two texts.</param>
/// <param name="Sections">Where each of its own texts lies in <paramref name="Words"/>.</param>
internal sealed record IndexedDocument(SearchDocument Entry, int[] Words, Section[] Sections, IReadOnlyDictionary<string, byte[]> Bodies)
{
    public static SearchDocument WithoutBodies(SearchDocument document) =>
        document with { Texts = document.Texts.ToDictionary(text => text.Key, text => text.Value with { Body = null }) };

    public static Dictionary<string, byte[]> BodiesOf(SearchDocument document) =>
        document.Texts.Where(text => text.Value.Body is not null).ToDictionary(text => text.Key, text => Encoding.UTF8.GetBytes(text.Value.Body!));

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
        TextField.Summary => Entry.Texts[language].Summary,
        _ => Bodies.TryGetValue(language, out var body) ? Encoding.UTF8.GetString(body) : null,
    };
}

internal readonly record struct Section(TextField Field, string Language, int Start, int Length);
