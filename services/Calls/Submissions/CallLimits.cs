using PfP.Contracts.Calls.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Calls.Submissions;

/// <summary>What not even a draft may hold, and what is said of a public call.</summary>
internal static class CallLimits
{
    private const int LongestText = 20_000;
    private const int LongestReason = 1_000;
    private const int LongestOutcome = 5_000;

    // Every country of ISO 3166-1.
    private const int MostCountries = 249;

    public static IReadOnlyList<Breach> Check(CallForm form) =>
    [
        .. Typed.Line("title", form.Title),
        .. Typed.Line("language", form.Language),
        .. Typed.Line("type", form.Type),
        .. Typed.Rows("countries", form.Countries, country => [country], MostCountries),
        .. Typed.Rows("organisations", form.Organisations, organisation => [organisation.Name, organisation.Role]),
        .. Typed.Text("ask", form.Ask, LongestText),
        .. Typed.Text("forWhom", form.ForWhom, LongestText),
        .. Typed.Text("background", form.Background, LongestText),
        .. Typed.Text("summary", form.Summary, LongestText),
        .. Typed.Rows("countriesWanted", form.CountriesWanted, country => [country], MostCountries),
        .. Typed.Rows("themes", form.Themes, theme => [theme]),
        .. Typed.Line("opens", form.Opens),
        .. Check(form.Deadline),
        .. Typed.Line("reply", form.ReplyMethod),
        .. Typed.Line("reply", form.ReplyUrl),
        .. Typed.Rows("links", form.Links, link => [link.Url, link.Label]),
        .. Typed.Rows(FileUpload.Field, form.Files, file => [file.Label]),
        .. Typed.Line("contact", form.Contact?.Name),
        .. Typed.Line("contact", form.Contact?.Email),
    ];

    // A client of the API may send null.
    public static IEnumerable<Breach> Check(TypedDeadline? deadline) => deadline is null
        ? [new Breach(DeadlineRules.Field, "It is required.")]
        : new[] { deadline.Precision, deadline.Date, deadline.Time, deadline.Zone }.SelectMany(cell => Typed.Line(DeadlineRules.Field, cell)).Take(1);

    public static IReadOnlyList<Breach> CheckReason(string? reason) => Required("reason", reason, LongestReason);

    public static IReadOnlyList<Breach> Check(CallOutcome outcome) =>
    [
        .. Required("text", outcome.Text, LongestOutcome),
        .. Typed.Rows("links", outcome.Links, link => [link.Url, link.Label]),
        .. outcome.Links?.Any(link => Typed.Given(link?.Url) is { } url && !Addresses.IsWeb(url)) == true ? [new Breach("links", CallTemplate.NoWebAddress)] : Array.Empty<Breach>(),
    ];

    private static Breach[] Required(string field, string? text, int longest) =>
        Typed.Given(text) is null ? [new Breach(field, "It is required.")] : Typed.Text(field, text, longest);
}
