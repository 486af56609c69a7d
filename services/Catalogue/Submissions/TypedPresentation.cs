using System.Collections.Frozen;
using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Submissions;

/// <summary>A row of a session's form, which names several countries and organisations in one line each.</summary>
internal sealed class TypedPresentation(SubmissionPresentation row)
{
    private const string Field = "presentations";
    private const char Separator = ';';

    private static readonly string[] Kinds = [EntryKinds.Practice, EntryKinds.Tool];

    private static readonly FrozenDictionary<string, string> Codes = IsoCountries.All
        .SelectMany(country => new[] { country.Code, country.Name.En, country.Name.Fr, country.Name.Es }.Concat(country.Aliases), (country, name) => (name, country.Code))
        .DistinctBy(country => country.name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(country => country.name, country => country.Code, StringComparer.OrdinalIgnoreCase);

    public IEnumerable<string> Organisations => Parts(row.Organisations);

    /// <summary>The key of the practice or tool; null where the address is none.</summary>
    public string? Key => TypedAddress.KeyOf(row.Entry, Kinds);

    public static string?[] Cells(SubmissionPresentation row) => [row.Entry, row.Title, row.Countries, row.Organisations, row.Speakers, row.Slides, row.Video];

    /// <summary>Those rows that say anything.</summary>
    public static IEnumerable<TypedPresentation> AllIn(SubmissionForm form) => form.Presentations
        .Where(row => Cells(row).Any(cell => Typed.Given(cell) is not null))
        .Select(row => new TypedPresentation(row));

    public SessionPresentation Build(Func<string, string> organisation) =>
        new(Key ?? "", Typed.Given(row.Title), [.. Parts(row.Countries).Select(name => Codes.GetValueOrDefault(name)).OfType<string>().Distinct()], [.. Organisations.Select(organisation).Distinct()])
        {
            Speakers = Typed.Given(row.Speakers),
            Slides = Typed.Given(row.Slides),
            Video = Typed.Given(row.Video),
        };

    public IEnumerable<Breach> Wrong() =>
    [
        .. Breach.Require(Field, Key is not null, "Each is the address of a practice or policy tool, such as /practices/sending-money-home."),
        .. Parts(row.Countries).Where(name => !Codes.ContainsKey(name)).Select(name => new Breach(Field, $"'{name}' is no country.")),
        .. Breach.Require(Field, new[] { row.Slides, row.Video }.Select(Typed.Given).OfType<string>().All(Addresses.IsWeb), "Slides and videos have web addresses."),
    ];

    /// <summary>As it was typed, or could have been.</summary>
    public static SubmissionPresentation FormOf(SessionPresentation presentation, string language, Registers registers) => new(
        TypedAddress.Of(presentation.Entry, Kinds),
        presentation.Title ?? "",
        Line(presentation.Countries.Select(code => IsoCountries.Find(code)?.Name.In(language) ?? code)),
        Line(presentation.Organisations.Select(slug => registers.Organisations[slug].Name)),
        presentation.Speakers ?? "")
    {
        Slides = presentation.Slides ?? "",
        Video = presentation.Video ?? "",
    };

    private static string[] Parts(string? line) => line?.Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static string Line(IEnumerable<string> parts) => string.Join($"{Separator} ", parts);
}
