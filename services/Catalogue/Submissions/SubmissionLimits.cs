using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Submissions;

/// <summary>What not even a draft may hold. Far above what the template asks for: nothing that somebody types is lost.</summary>
internal static class SubmissionLimits
{
    private const int LongestText = 20_000;

    public static IReadOnlyList<Breach> Check(SubmissionForm form) =>
    [
        .. Typed.Line("title", form.Title),
        .. Typed.Line("language", form.Language),
        .. Typed.Line("type", form.Type),
        .. Typed.Line("status", form.Status),
        .. Typed.Line("startYear", form.StartYear),
        .. Typed.Text("challenge", form.Challenge, LongestText),
        .. Typed.Text("solution", form.Solution, LongestText),
        .. Typed.Line("year", form.Year),
        .. Typed.Line("edition", form.Edition),
        .. Typed.Line("date", form.Date),
        .. Typed.Line("format", form.Format),
        .. Typed.Line("gfmdOrigin", form.GfmdOrigin),
        .. Typed.Line("summit", form.Summit),
        .. Typed.Line("startDate", form.StartDate),
        .. Typed.Line("endDate", form.EndDate),
        .. Typed.Line("duration", form.Duration),
        .. Typed.Line("place", form.Place),
        .. Typed.Text("programme", form.Programme, LongestText),
        .. Typed.Rows("presentations", form.Presentations, TypedPresentation.Cells),
        .. Typed.Text("purpose", form.Purpose, LongestText),
        .. Typed.Text("text", form.Text, LongestText),
        .. Typed.Line("roundTable", form.RoundTable),
        .. Typed.Line("sourceName", form.SourceName),
        .. Typed.Line("sourceUrl", form.SourceUrl),
        .. Typed.Line("sourcePage", form.SourcePage),
        .. Typed.Rows("gcm", form.Gcm, objective => [objective]),
        .. Typed.Text("audience", form.Audience, LongestText),
        .. Typed.Text("summary", form.Summary, LongestText),
        .. Typed.Text("lessons", form.Lessons, LongestText),
        .. Translations.CheckLimits(form, LongestText),
        .. Typed.Line("note", form.Note),
        .. Typed.Line("comesFrom", form.ComesFrom),
        .. Typed.Rows("themes", form.Themes, theme => [theme]),
        .. Typed.Rows("documentLanguages", form.DocumentLanguages, language => [language]),
        .. Typed.Rows("testedIn", form.TestedIn, country => [country]),
        .. Typed.Rows("usedBy", form.UsedBy, address => [address]),
        .. Typed.Rows("countries", form.Countries, country => [country.Code, country.Role]),
        .. Typed.Rows("organisations", form.Organisations, organisation => [organisation.Name, organisation.Role]),
        .. Typed.Rows("links", form.Links, link => [link.Url, link.Label]),
        .. Typed.Line(SubmittedVideo.Field, form.Video?.Url),
        .. Typed.Line(SubmittedVideo.Field, form.Video?.Captions),
        .. Typed.Line(SubmittedVideo.Field, form.Video?.Transcript),
        .. Typed.Rows("files", form.Files, file => [file.Label]),
        .. Typed.Line("contact", form.Contact?.Name),
        .. Typed.Line("contact", form.Contact?.Email),
    ];
}
