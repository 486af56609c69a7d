namespace PfP.Catalogue.Tests.Import;

/// <summary>Rows of import files, as an operator would write them.</summary>
internal static class Rows
{
    public static object FullPractice(string key) => new
    {
        kind = "practice",
        key,
        title = $"Practice {key}",
        summary = "Who does what, where.",
        challenge = "What was wrong.",
        solution = "What was done.",
        lessons = "What was learned.",
        pitfalls = "What did not work.",
        steps = new object[] { "Ask|Whom it concerns.", new { title = "Do" } },
        countries = new object[] { new { code = "MD", role = "lead" }, "ch|funder" },
        places = new[] { new { latitude = 47.01, longitude = 28.86, name = "Chișinău" } },
        geographicScope = "national",
        organisations = new[] { "International Organization for Migration (IOM)|lead" },
        themes = new[] { "diaspora" },
        suggestedThemes = new[] { "Remittances", "diaspora" },
        gcm = new object[] { 1, "19" },
        summits = new[] { 12 },
        type = "programme",
        status = "ongoing",
        startYear = 2021,
        evidenceLevel = "Independent evaluation",
        budget = "250000|EUR",
        links = new[] { "https://example.org/p|Page|en" },
        figures = new[] { "pilots|15" },
        dateAdded = "2021-05-04",
    };
}
