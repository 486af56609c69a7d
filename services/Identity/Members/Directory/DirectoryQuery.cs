using Microsoft.AspNetCore.Mvc;
using PfP.Vocabularies;

namespace PfP.Identity.Members.Directory;

/// <summary>What is looked for in the directory; what is left out does not matter.</summary>
internal sealed class DirectoryQuery
{
    private const int Longest = 100;

    [FromQuery(Name = "q")]
    public string? Q { get; init => field = Given(value); }

    [FromQuery(Name = "country")]
    public string? Country { get; init => field = Given(value); }

    [FromQuery(Name = "organisation")]
    public string? Organisation { get; init => field = Given(value); }

    [FromQuery(Name = "type")]
    public string? Type { get; init => field = Given(value); }

    [FromQuery(Name = "offers")]
    public string? Offers { get; init => field = Given(value); }

    [FromQuery(Name = "seeks")]
    public string? Seeks { get; init => field = Given(value); }

    [FromQuery(Name = "language")]
    public string? Language { get; init => field = Given(value); }

    public IReadOnlyList<string> Words => Q?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    public void AddErrors(Dictionary<string, string[]> errors)
    {
        Check("q", Q is null || PlainText.IsLine(Q, Longest), $"q has at most {Longest} characters.");
        Check("organisation", Organisation is null || PlainText.IsLine(Organisation, Longest), $"organisation has at most {Longest} characters.");
        Check("country", Country is null || Countries.Find(Country) is not null, "country must be the code of a country.");
        Check("type", Type is null || Vocabulary.OrganisationTypes.Find(Type) is not null, "type must be of the vocabulary organisation-types.");
        Check("offers", Offers is null || Vocabulary.Themes.Find(Offers) is not null, "offers must be a theme.");
        Check("seeks", Seeks is null || Vocabulary.Themes.Find(Seeks) is not null, "seeks must be a theme.");
        Check("language", Language is null || Vocabulary.SpokenLanguages.Find(Language) is not null, "language must be of the vocabulary spoken-languages.");

        void Check(string field, bool holds, string problem)
        {
            if (!holds)
            {
                errors[field] = [problem];
            }
        }
    }

    // An empty field of a form is none.
    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
