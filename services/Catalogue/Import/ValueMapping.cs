using System.Text.Json;
using PfP.Catalogue.Entries;
using PfP.Vocabularies;

namespace PfP.Catalogue.Import;

/// <summary>Brings the values of a row to the vocabularies; what value-mapping.json had to translate is kept as the source has it.</summary>
internal sealed class ValueMapping
{
    private static readonly Dictionary<string, Dictionary<string, string[]>> Translations = Read();

    public List<OriginalValue> Originals { get; } = [];

    public string? One(string field, string vocabulary, string? value) => string.IsNullOrEmpty(value) ? null : Resolve(field, vocabulary, value)[0];

    public IReadOnlyList<string> Many(string field, string vocabulary, IEnumerable<string> values) =>
        [.. values.SelectMany(value => Resolve(field, vocabulary, value)).Distinct()];

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
            Originals.Add(new OriginalValue(field, value));
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
