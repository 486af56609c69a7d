using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Input;
using PfP.Vocabularies;

namespace PfP.Catalogue.Submissions;

internal sealed class ToolTemplate : SubmissionTemplate
{
    /// <summary>A country in which a tool was tested has no other part in it, but is to be found on the map.</summary>
    private const string Tested = "mentioned";

    public override string Kind => EntryKinds.Tool;

    public override EntryTexts TextsOf(SubmissionTranslation written) => Common(written) with { Purpose = Typed.Given(written.Purpose), Audience = Typed.Given(written.Audience) };

    public override EntryContent Fill(EntryContent content, SubmissionForm form, Func<string, string> organisation)
    {
        string[] tested = [.. Given(form.TestedIn).Select(code => code.ToUpperInvariant()).Distinct()];
        return content with
        {
            Countries = [.. tested.Select(code => new NamedCountry(code, Tested))],
            UsedBy = [.. Given(form.UsedBy).Select(address => TypedAddress.KeyOf(address, EntryKinds.Practice) ?? "").Where(key => key.Length > 0).Distinct()],
            Tool = new ToolDetails
            {
                ResourceType = Typed.Given(form.Type),
                Year = Typed.Number(form.Year),
                Edition = Typed.Given(form.Edition),
                DocumentLanguages = [.. Given(form.DocumentLanguages).Distinct()],
                Format = Typed.Given(form.Format),
                TestedIn = tested,
                GfmdOrigin = Typed.Given(form.GfmdOrigin),
            },
        };
    }

    public override IEnumerable<Breach> Wrong(SubmissionForm form) =>
    [
        .. Typed.IsYear(form.Year) ? Array.Empty<Breach>() : [new Breach("year", "It is a year, such as 2019.")],
        .. Given(form.DocumentLanguages).All(language => Vocabulary.SpokenLanguages.Find(language) is not null) ? Array.Empty<Breach>() : [new Breach("documentLanguages", "One of them is not in the vocabulary.")],
        .. Given(form.TestedIn).All(code => IsoCountries.Find(code) is not null) ? Array.Empty<Breach>() : [new Breach("testedIn", "One of them is not an ISO 3166-1 alpha-2 code.")],
        .. Given(form.UsedBy).All(address => TypedAddress.KeyOf(address, EntryKinds.Practice) is not null) ? Array.Empty<Breach>() : [new Breach("usedBy", "Each is the address of a practice, such as /practices/sending-money-home.")],
    ];

    public override SubmissionForm Read(SubmissionForm form, EntryContent content, EntryTexts texts)
    {
        var tool = content.Tool ?? new();
        return form with
        {
            Purpose = texts.Purpose ?? "",
            Audience = texts.Audience ?? "",
            Type = tool.ResourceType ?? "",
            Year = Typed.Of(tool.Year),
            Edition = tool.Edition ?? "",
            DocumentLanguages = tool.DocumentLanguages,
            Format = tool.Format ?? "",
            TestedIn = tool.TestedIn,
            GfmdOrigin = tool.GfmdOrigin ?? "",
            UsedBy = [.. content.UsedBy.Select(key => TypedAddress.Of(key, EntryKinds.Practice))],
        };
    }

    public override EntryContent Over(EntryContent current, EntryContent before, EntryContent after)
    {
        var isTestedElsewhere = !after.Tool!.TestedIn.SequenceEqual(before.Tool!.TestedIn);
        return current with
        {
            Countries = isTestedElsewhere ? CountriesOver(current, before.Tool.TestedIn, after.Tool.TestedIn) : current.Countries,
            UsedBy = after.UsedBy.SequenceEqual(before.UsedBy) ? current.UsedBy : after.UsedBy,
            Tool = Over(current.Tool ?? new(), before.Tool, after.Tool),
        };
    }

    // One that the record names for another reason keeps its part.
    private static IReadOnlyList<NamedCountry> CountriesOver(EntryContent current, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var countries = current.Countries.Where(country => country.Role != Tested || after.Contains(country.Code) || !before.Contains(country.Code)).ToList();
        return [.. countries, .. after.Where(code => countries.TrueForAll(country => country.Code != code)).Select(code => new NamedCountry(code, Tested))];
    }

    private static ToolDetails Over(ToolDetails current, ToolDetails before, ToolDetails after) => current with
    {
        ResourceType = after.ResourceType == before.ResourceType ? current.ResourceType : after.ResourceType,
        Year = after.Year == before.Year ? current.Year : after.Year,
        Edition = after.Edition == before.Edition ? current.Edition : after.Edition,
        DocumentLanguages = after.DocumentLanguages.SequenceEqual(before.DocumentLanguages) ? current.DocumentLanguages : after.DocumentLanguages,
        Format = after.Format == before.Format ? current.Format : after.Format,
        TestedIn = after.TestedIn.SequenceEqual(before.TestedIn) ? current.TestedIn : after.TestedIn,
        GfmdOrigin = after.GfmdOrigin == before.GfmdOrigin ? current.GfmdOrigin : after.GfmdOrigin,
    };

    private static IEnumerable<string> Given(IEnumerable<string> rows) => rows.Select(Typed.Given).OfType<string>();
}
