namespace PfP.Search.Words;

/// <summary>
/// The words of the field in English, French, Spanish and Arabic: one concept a line of glossary.tsv, the forms of a language parted by
/// semicolons, and in the last column English words that are only near. And countries, by all their names and what their people are called.
/// </summary>
internal static class Glossary
{
    private const double Near = 0.4;
    private static readonly string[] Columns = ["en", "fr", "es", "ar"];

    public static Concepts Terms { get; } = ReadTerms();

    /// <summary>Names of countries are the same in whatever language a query is.</summary>
    public static Concepts Countries { get; } = ReadCountries();

    private static Concepts ReadTerms()
    {
        var terms = new Concepts();
        using var reader = new StreamReader(typeof(Glossary).Assembly.GetManifestResourceStream("glossary.tsv")!);
        foreach (var row in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t')))
        {
            terms.Add(Columns.Zip(row).SelectMany(column => Split(column.Second).Select(form => new Form(column.First, form)))
                .Concat(Split(row[^1]).Select(near => new Form("en", near, Near))));
        }
        return terms;
    }

    private static Concepts ReadCountries()
    {
        var countries = new Concepts();
        foreach (var country in Vocabularies.Countries.All)
        {
            string?[] names = [country.Name.En, country.Name.Fr, country.Name.Es, .. country.Aliases, .. country.Demonyms, country.Arabic];
            countries.Add(names.OfType<string>().Distinct().Select(name => new Form("", name)));
        }
        return countries;
    }

    private static string[] Split(string forms) => forms.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
