using System.Text.Json;
using PfP.Catalogue.Entries;
using PfP.Vocabularies;

namespace PfP.Catalogue.Import;

/// <summary>Brings the values of a row to the vocabularies; what value-mapping.json had to translate is kept as the source has it.</summary>
internal sealed class ValueMapping
{
    private static readonly Dictionary<string, Dictionary<string, string[]>> Translations = Read();

    private readonly List<OriginalValue> originals = [];
    private readonly HashSet<string> fields = [];

    public string? One(string field, string vocabulary, string value) => Many(field, vocabulary, value.Length == 0 ? [] : [value]) is [var first, ..] ? first : null;

    public IReadOnlyList<string> Many(string field, string vocabulary, IEnumerable<string> values)
    {
        fields.Add(field);
        return [.. values.SelectMany(value => Resolve(field, vocabulary, value)).Distinct()];
    }

    /// <summary>The originals after this row: those of the fields that it leaves alone, and its own.</summary>
    public IReadOnlyList<OriginalValue> Originals(IEnumerable<OriginalValue> before) =>
        [.. before.Where(original => !fields.Contains(original.Field)), .. originals.Distinct()];

    /// <summary>A value that nothing knows stays as it is; the rules then refuse it by name.</summary>
    private string[] Resolve(string field, string vocabulary, string value)
    {
        var terms = Vocabulary.All[vocabulary];
        if (terms.Find(value) is not null)
        {
            return [value];
        }

        if (Translations.GetValueOrDefault(vocabulary)?.GetValueOrDefault(value) is { } translated)
        {
            originals.Add(new OriginalValue(field, value));
            return translated;
        }

        return terms.FirstOrDefault(term => IsLabel(term, value)) is { } labelled ? [labelled.Value] : [value];
    }

    private static bool IsLabel(Term term, string text) =>
        new[] { term.Label.En, term.Label.Fr, term.Label.Es }.Contains(text, StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, Dictionary<string, string[]>> Read()
    {
        var read = Resources.Read<Dictionary<string, Dictionary<string, string[]>>>("value-mapping.json");
        return read.ToDictionary(list => list.Key, list => new Dictionary<string, string[]>(list.Value, StringComparer.OrdinalIgnoreCase));
    }
}

/// <summary>JSON files embedded in this assembly.</summary>
internal static class Resources
{
    public static T Read<T>(string file)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream(file)!;
        return JsonSerializer.Deserialize<T>(stream, JsonSerializerOptions.Web)!;
    }
}
