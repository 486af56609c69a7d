using System.Globalization;
using PfP.Search.Indexing;
using PfP.Vocabularies;

namespace PfP.Search.Text;

/// <summary>The parts of a document that text searches look into, from the weightiest to the least.</summary>
public enum TextField
{
    Title, Summary, Body, Labels,
}

public readonly record struct IndexedText(TextField Field, string Language, string Text)
{
    private static readonly string[] LabelLanguages = ["en", "fr", "es"];

    /// <summary>
    /// All texts by which a document is found: its own in each language, and the names of what it is tagged with, in all
    /// languages of the vocabularies, so that a French word finds an English entry.
    /// </summary>
    public static IEnumerable<IndexedText> Of(SearchDocument document) => OwnTexts(document).Concat(Labels(document)).Where(text => text.Text.Length > 0);

    private static IEnumerable<IndexedText> OwnTexts(SearchDocument document)
    {
        foreach (var (language, text) in document.Texts)
        {
            yield return new(TextField.Title, language, text.Title);
            yield return new(TextField.Summary, language, text.Summary ?? "");
            yield return new(TextField.Body, language, text.Body ?? "");
        }
    }

    private static IEnumerable<IndexedText> Labels(SearchDocument document)
    {
        foreach (var organisation in document.Organisations)
        {
            yield return new(TextField.Labels, document.Language, organisation.Name);
            yield return new(TextField.Labels, "", organisation.Acronym ?? "");
        }
        foreach (var summit in document.Summits)
        {
            yield return new(TextField.Labels, document.Language, string.Create(CultureInfo.InvariantCulture, $"{summit.City} {summit.Year}"));
        }
        foreach (var country in document.Countries.Select(Countries.Find).OfType<Country>())
        {
            foreach (var label in InAllLanguages(country.Name))
            {
                yield return label;
            }
        }
        foreach (var label in Terms(document).SelectMany(term => InAllLanguages(term.Label)))
        {
            yield return label;
        }
    }

    private static IEnumerable<Term> Terms(SearchDocument document) =>
        new[]
        {
            document.Themes.Select(Vocabulary.Themes.Find),
            document.GcmObjectives.Select(Vocabulary.GcmObjectives.Find),
            document.StatedRegions.Select(Vocabulary.Regions.Find),
            document.WorkingGroups.Select(Vocabulary.WorkingGroups.Find),
        }.SelectMany(terms => terms).OfType<Term>();

    private static IEnumerable<IndexedText> InAllLanguages(Label label) => LabelLanguages.Select(language => new IndexedText(TextField.Labels, language, label.In(language)));
}
