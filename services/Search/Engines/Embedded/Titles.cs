using System.Collections;
using System.Diagnostics.CodeAnalysis;
using PfP.Search.Indexing;

namespace PfP.Search.Engines.Embedded;

/// <summary>The titles of a document in up to a few languages, in a quarter of the room of a hash table.</summary>
internal sealed class Titles(KeyValuePair<string, DocumentText>[] titles) : IReadOnlyDictionary<string, DocumentText>
{
    public int Count => titles.Length;

    public IEnumerable<string> Keys => titles.Select(title => title.Key);

    public IEnumerable<DocumentText> Values => titles.Select(title => title.Value);

    public DocumentText this[string key] => TryGetValue(key, out var title) ? title : throw new KeyNotFoundException();

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out DocumentText value)
    {
        foreach (var (language, title) in titles)
        {
            if (language == key)
            {
                value = title;
                return true;
            }
        }
        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, DocumentText>> GetEnumerator() => titles.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
