using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Submissions;

/// <summary>What a summit recommends, as a document of it says.</summary>
internal sealed class RecommendationTemplate : SubmissionTemplate
{
    private const int TextLimit = 4_000;
    private const int LineLimit = 300;
    private const int PageLimit = 40;

    public override string Kind => EntryKinds.Recommendation;

    public override bool IsOfMembers => false;

    public override EntryTexts TextsOf(SubmissionTranslation written) => new(Typed.Given(written.Title) ?? "", written.Origin ?? "") { Text = Typed.Given(written.Text) };

    public override EntryContent Fill(EntryContent content, SubmissionForm form, Func<string, string> organisation) => content with
    {
        Summits = Typed.Number(form.Summit) is { } summit ? [summit] : [],
        GcmObjectives = [.. form.Gcm.Distinct().Select(objective => new Assigned(objective, Suggested: false))],
        Recommendation = new RecommendationDetails { RoundTable = Typed.Given(form.RoundTable) },
        Sources = Typed.Given(form.SourceName) is { } name ? [new Source(name, Typed.Given(form.SourceUrl), null, null) { Page = Typed.Given(form.SourcePage) }] : [],
    };

    public override IEnumerable<Breach> Wrong(SubmissionForm form) =>
    [
        .. Breach.Require("summit", Typed.Given(form.Summit) is null || Typed.Number(form.Summit) is not null, "It is the number of a summit."),
        .. Breach.Require("text", IsWithin(form.Text, TextLimit), $"It has at most {TextLimit} characters."),
        .. Breach.Require(Translations.Field, form.Written().All(texts => Typed.Given(texts.Text)?.Length is > 0 and <= TextLimit), $"Each has a text of at most {TextLimit} characters."),
        .. Breach.Require("roundTable", IsWithin(form.RoundTable, LineLimit), $"It has at most {LineLimit} characters."),
        .. Breach.Require("sourceName", IsWithin(form.SourceName, LineLimit), $"It has at most {LineLimit} characters."),
        .. Breach.Require("sourceUrl", Typed.Given(form.SourceUrl) is { } url && Addresses.IsWeb(url), "It is a web address."),
        .. Breach.Require("sourcePage", IsWithin(form.SourcePage, PageLimit), $"It has at most {PageLimit} characters."),
    ];

    public override SubmissionForm Read(SubmissionForm form, EntryContent content, EntryTexts texts)
    {
        var source = content.Sources.Count > 0 ? content.Sources[0] : null;
        return form with
        {
            Summit = content.Summits.Count > 0 ? Typed.Of(content.Summits[0]) : "",
            Text = texts.Text ?? "",
            RoundTable = content.Recommendation?.RoundTable ?? "",
            SourceName = source?.Title ?? "",
            SourceUrl = source?.Url ?? "",
            SourcePage = source?.Page ?? "",
            Gcm = [.. content.GcmObjectives.Select(objective => objective.Value)],
        };
    }

    public override EntryContent Over(EntryContent current, EntryContent before, EntryContent after)
    {
        var changed = StoredJson.Changes(before, after);
        return current with
        {
            Summits = changed.Contains("summits") ? after.Summits : current.Summits,
            GcmObjectives = changed.Contains("gcmObjectives") ? after.GcmObjectives : current.GcmObjectives,
            Recommendation = changed.Contains("recommendation") ? after.Recommendation : current.Recommendation,
            // An import may have named further ones.
            Sources = changed.Contains("sources") ? [.. after.Sources, .. current.Sources.Skip(1)] : current.Sources,
        };
    }

    private static bool IsWithin(string? text, int longest) => Typed.Given(text) is not { } given || given.Length <= longest;
}
