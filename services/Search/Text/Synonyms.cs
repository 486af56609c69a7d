using System.Collections.Concurrent;
using System.Text.Json;
using PfP.Search.Indexing;

namespace PfP.Search.Text;

/// <summary>
/// Names for the same thing: acronyms and their expansions, spellings, close synonyms. A committed list, and what the documents'
/// organisations add. Forms are compared by their English stems without stop words, whatever their language, on both sides.
/// </summary>
public sealed class Synonyms
{
    private static readonly string[][] Committed = Read();

    /// <summary>Every form of a group by its key; the array is replaced when a group grows.</summary>
    private readonly ConcurrentDictionary<string, string[]> groups = new(StringComparer.Ordinal);

    public Synonyms()
    {
        foreach (var forms in Committed)
        {
            Add(forms);
        }
    }

    /// <summary>The number of words of the longest form.</summary>
    public int LongestForm { get; private set; } = 1;

    /// <summary>Joins these forms, and the groups that any of them is in already.</summary>
    public void Add(params string[] forms)
    {
        var keys = forms.ToDictionary(form => form, Key);
        string[] group = [.. forms.Concat(keys.Values.SelectMany(key => groups.GetValueOrDefault(key, []))).DistinctBy(Key)];
        if (keys.Values.Any(key => key.Length == 0) || keys.Values.All(key => groups.TryGetValue(key, out var known) && known.Length == group.Length))
        {
            return;
        }
        foreach (var form in group)
        {
            groups[Key(form)] = group;
            LongestForm = Math.Max(LongestForm, Key(form).Count(character => character == ' ') + 1);
        }
    }

    /// <summary>The names and acronyms of the document's organisations.</summary>
    public void AddNamesIn(SearchDocument document)
    {
        foreach (var organisation in document.Organisations.Where(organisation => organisation.Acronym is not null))
        {
            Add(organisation.Name, organisation.Acronym!);
        }
    }

    /// <summary>All forms of the name that these words (folded, without stop words) are, those added by the secretariat included, or none.</summary>
    public IReadOnlyList<string> Find(IEnumerable<string> folded, AddedSynonyms added)
    {
        var key = KeyOf(folded);
        return added.LongestForm == 0 ? groups.GetValueOrDefault(key, []) : Joined(key, added);
    }

    /// <summary>The words of a form that count, folded.</summary>
    public static IReadOnlyList<string> Words(string form)
    {
        var all = new List<string>();
        var tokens = new Tokenizer(form);
        while (tokens.MoveNext())
        {
            all.Add(Folding.Fold(tokens.Word));
        }
        var counting = all.Where(word => !StopWords.ContainsInAny(word)).ToList();
        return all.Count == 1 ? all : counting;
    }

    /// <summary>Forms with the same key are the same; empty where a form has no words.</summary>
    public static string Key(string form) => KeyOf(Words(form));

    public static string KeyOf(IEnumerable<string> folded) => string.Join(' ', folded.Select(word => Stemmer.Stem(word, "en")));

    /// <summary>A form that both know leads from the one to the other.</summary>
    private string[] Joined(string key, AddedSynonyms added)
    {
        var found = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<string>([key]);
        while (open.TryDequeue(out var next))
        {
            foreach (var form in groups.GetValueOrDefault(next, []).Concat(added.Find(next)))
            {
                if (found.TryAdd(Key(form), form))
                {
                    open.Enqueue(Key(form));
                }
            }
        }
        return [.. found.Values];
    }

    private static string[][] Read()
    {
        using var stream = typeof(Synonyms).Assembly.GetManifestResourceStream("synonyms.json")!;
        return JsonSerializer.Deserialize<string[][]>(stream)!;
    }
}
