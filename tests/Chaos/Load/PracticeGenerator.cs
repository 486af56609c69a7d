using PfP.Vocabularies;

namespace PfP.Chaos.Load;

/// <summary>Practices in the words of the domain, the same ones for the same seed.</summary>
internal sealed class PracticeGenerator(int seed, string batch)
{
    private const string Consonants = "bdfgklmnprtvz";
    private const string Vowels = "aeiou";

    private static readonly string[] Measures =
    [
        "A fund that matches what migrants send home", "Pre-departure orientation", "A one-stop centre for returning workers", "Recognition of skills",
        "A diaspora investment desk", "Legal aid for domestic workers", "Mediation in wage disputes", "A mobile consular service", "Language courses with childcare",
        "A register of licensed recruiters", "Portable pension records", "A municipal welcome office",
    ];

    private static readonly string[] Groups =
    [
        "seasonal workers", "nurses and carers", "families who stayed behind", "students", "women in domestic work", "young graduates", "people displaced by floods",
        "members of the second generation", "returning entrepreneurs", "construction workers",
    ];

    private static readonly string[] Problems =
    [
        "{0} paid high fees before they had earned anything, and few knew whom to ask", "records of {0} were kept in four offices and agreed in none",
        "the qualifications of {0} counted for little after the border", "most {0} learned of their rights only when something had gone wrong",
        "money sent by {0} arrived late and shrank on its way",
    ];

    private static readonly string[] Steps =
    [
        "Two ministries signed an agreement and opened a joint office", "An inter-agency group met every month and published its decisions", "Local governments trained their own counsellors",
        "A small levy on employers pays for the service", "Associations of migrants sit on the board", "An independent evaluation followed after three years",
    ];

    private static readonly string[] Organisations =
        ["Ministry of Labour", "National Employment Agency", "Council of Municipalities", "Institute for Migration Studies", "Chamber of Commerce", "Office for the Diaspora"];

    private readonly Random random = new(seed);
    private readonly HashSet<string> words = [];
    private int made;

    /// <summary>The rows of a next file: every practice once, then its update or withdrawal some rows further down.</summary>
    public IReadOnlyList<Row> Rows(int practices, int updates, int withdrawals)
    {
        var first = Enumerable.Range(made + 1, practices).Select(number => new Row(Make(number))).ToList();
        made += practices;
        var chosen = first.Select(row => row.Practice).OrderBy(_ => random.Next()).Take(updates + withdrawals).ToList();
        var later = chosen.Take(updates).Select(practice => new Row(Revise(practice)))
            .Concat(chosen.Skip(updates).Select(practice => new Row(practice, "Generated for a test that is over.")));
        var place = first.Select((row, index) => (row.Practice.Key, index)).ToDictionary(entry => entry.Key, entry => (double)entry.index);
        return [.. first.Select(row => (Row: row, At: place[row.Practice.Key]))
            .Concat(later.Select(row => (Row: row, At: place[row.Practice.Key] + 0.5 + random.Next(practices / 2))))
            .OrderBy(entry => entry.At)
            .Select(entry => entry.Row)];
    }

    /// <summary>A next practice as it is first written, and as it is after changes were asked for.</summary>
    public (GeneratedPractice First, GeneratedPractice Final) WithRevision()
    {
        var first = Make(++made);
        return (first, Revise(first));
    }

    private GeneratedPractice Make(int number)
    {
        var group = Pick(Groups);
        var countries = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(Countries.All)).Distinct().ToList();
        var word = Word();
        return new GeneratedPractice(
            $"generated-{batch}-{number:00000}",
            $"{Pick(Measures)} for {group}, {countries[0].Name.En} (generated {batch} {number})",
            $"Generated for a test of the platform, not a real practice: what {countries[0].Name.En} does for {group}. Reference {word}.",
            Sentence(string.Format(null, Pick(Problems), group)),
            $"{Pick(Steps)}. {Pick(Steps)}. The reference of this text is {word}.",
            [.. countries.Select(country => country.Code)],
            [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(Vocabulary.Themes).Value).Distinct()],
            $"{Pick(Organisations)} of {countries[0].Name.En}",
            Pick(Vocabulary.Statuses).Value,
            random.Next(2005, 2025),
            word);
    }

    private GeneratedPractice Revise(GeneratedPractice practice)
    {
        var word = Word();
        return practice with
        {
            Title = practice.Title.Replace("(generated", "(revised, generated", StringComparison.Ordinal),
            Summary = practice.Summary.Replace(practice.Word, word, StringComparison.Ordinal),
            Solution = $"{Pick(Steps)}. The reference of this revision is {word}.",
            Word = word,
        };
    }

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..] + ".";

    // Twelve letters that end in a consonant no stemmer takes away, and that stay far from each other for any typo tolerance.
    private string Word()
    {
        while (true)
        {
            var word = "x" + string.Concat(Enumerable.Range(0, 5).Select(_ => $"{Pick(Consonants.ToCharArray())}{Pick(Vowels.ToCharArray())}")) + "k";
            if (words.Add(word))
            {
                return word;
            }
        }
    }

    private T Pick<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
