using PfP.Contracts.Catalogue.Api;
using PfP.Vocabularies;

namespace PfP.Benchmarks.Submit;

/// <summary>Practices as the short form takes them, each with a word that no other text has.</summary>
internal static class Forms
{
    private const string Consonants = "bdfgklmnprtvz";
    private const string Vowels = "aeiou";

    public static SubmissionForm Complete(int number) => new()
    {
        Title = $"Pension records that move with their owner, {WordOf(number)}",
        Language = "en",
        Countries = [new("MD", "lead"), new("IT", "destination")],
        Organisations = [new($"Ministry of Labour, office {number % 50}", "lead"), new("National Employment Agency of samples", "partner")],
        Challenge = "Contributions paid abroad are lost at return: insurers of the two countries keep records of their own, and few workers know that they could be joined.",
        Solution = "Both insurers exchange records once a quarter.\n\n- A joint office answers questions.\n- Local governments trained their own counsellors.\n- An independent evaluation followed after three years.",
        Summary = "The pension insurers of two countries exchange records, so that returning workers keep what they paid for.",
        Themes = [Vocabulary.Themes[number % Vocabulary.Themes.Count].Value],
        Type = "agreement",
        Status = "ongoing",
        StartYear = "2019",
        // Into this machine, where the catalogue never visits a link.
        Links = [new("http://127.0.0.1/agreement", "The agreement")],
        Contact = new("Social insurance unit", "insurance@ministry.example"),
    };

    /// <summary>Syllables that spell the number.</summary>
    public static string WordOf(int number)
    {
        var word = "x";
        for (var rest = number + 1_000_000; rest > 0; rest /= Consonants.Length * Vowels.Length)
        {
            var syllable = rest % (Consonants.Length * Vowels.Length);
            word += $"{Consonants[syllable / Vowels.Length]}{Vowels[syllable % Vowels.Length]}";
        }

        return $"{word}k";
    }
}
