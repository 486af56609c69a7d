using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Submissions;

internal sealed class PracticeTemplate : SubmissionTemplate
{
    public override string Kind => EntryKinds.Practice;

    public override EntryTexts TextsOf(SubmissionTranslation written) =>
        Common(written) with { Challenge = Typed.Given(written.Challenge), Solution = Typed.Given(written.Solution), Lessons = Typed.Given(written.Lessons) };

    public override EntryContent Fill(EntryContent content, SubmissionForm form, Func<string, string> organisation) => content with
    {
        Countries = [.. Countries(form).GroupBy(country => country.Code!.Trim().ToUpperInvariant()).Select(country => new NamedCountry(country.Key, country.First().Role ?? ""))],
        GeographicScope = Scope(form),
        Practice = new PracticeDetails { Type = Typed.Given(form.Type), Status = Typed.Given(form.Status), StartYear = Typed.Number(form.StartYear) },
    };

    public override IEnumerable<Breach> Wrong(SubmissionForm form) =>
    [
        .. Countries(form).Any(country => !SubmissionCountry.Roles.Contains(country.Role)) ? [new Breach("countries", "Say what part each country has.")] : Array.Empty<Breach>(),
        .. Typed.IsYear(form.StartYear) ? Array.Empty<Breach>() : [new Breach("startYear", "It is a year, such as 2019.")],
    ];

    public override SubmissionForm Read(SubmissionForm form, EntryContent content, EntryTexts texts) => form with
    {
        Countries = [.. content.Countries.Select(country => new SubmissionCountry(country.Code, country.Role))],
        IsGlobal = content.GeographicScope == "global",
        Challenge = texts.Challenge ?? "",
        Solution = texts.Solution ?? "",
        Lessons = texts.Lessons ?? "",
        Type = content.Practice?.Type ?? "",
        Status = content.Practice?.Status ?? "",
        StartYear = Typed.Of(content.Practice?.StartYear),
    };

    public override EntryContent Over(EntryContent current, EntryContent before, EntryContent after)
    {
        var changed = StoredJson.Changes(before, after);
        return current with
        {
            Countries = changed.Contains("countries") ? after.Countries : current.Countries,
            GeographicScope = changed.Contains("geographicScope") ? after.GeographicScope : current.GeographicScope,
            Practice = Over(current.Practice ?? new(), before.Practice!, after.Practice!, isChallengeTheirs: before.Texts[before.Language].Challenge != after.Texts[after.Language].Challenge),
        };
    }

    private static PracticeDetails Over(PracticeDetails current, PracticeDetails before, PracticeDetails after, bool isChallengeTheirs) => current with
    {
        Type = after.Type == before.Type ? current.Type : after.Type,
        Status = after.Status == before.Status ? current.Status : after.Status,
        StartYear = after.StartYear == before.StartYear ? current.StartYear : after.StartYear,
        ChallengeDerived = current.ChallengeDerived && !isChallengeTheirs,
    };

    private static IEnumerable<SubmissionCountry> Countries(SubmissionForm form) => form.Countries.Where(country => Typed.Given(country.Code) is not null);

    private static string? Scope(SubmissionForm form) => (form.IsGlobal, Countries(form).Select(country => country.Code!.Trim().ToUpperInvariant()).Distinct().Count()) switch
    {
        (true, _) => "global",
        (_, 0) => null,
        (_, 1) => "national",
        (_, 2) => "bilateral",
        _ => "multi-country",
    };
}
