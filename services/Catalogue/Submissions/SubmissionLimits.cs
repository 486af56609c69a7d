using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Submissions;

/// <summary>What not even a draft may hold. Far above what the template asks for: nothing that somebody types is lost.</summary>
internal static class SubmissionLimits
{
    private const int LongestLine = 2_000;
    private const int LongestText = 20_000;
    private const int LongestRemark = 4_000;
    private const int MostRows = 60;

    public static IReadOnlyList<Breach> Check(SubmissionForm form) =>
    [
        .. Line("title", form.Title),
        .. Line("language", form.Language),
        .. Line("type", form.Type),
        .. Line("status", form.Status),
        .. Line("startYear", form.StartYear),
        .. Typed.Text("challenge", form.Challenge, LongestText),
        .. Typed.Text("solution", form.Solution, LongestText),
        .. Line("year", form.Year),
        .. Line("edition", form.Edition),
        .. Line("date", form.Date),
        .. Line("format", form.Format),
        .. Line("gfmdOrigin", form.GfmdOrigin),
        .. Typed.Text("purpose", form.Purpose, LongestText),
        .. Typed.Text("text", form.Text, LongestText),
        .. Typed.Text("audience", form.Audience, LongestText),
        .. Typed.Text("summary", form.Summary, LongestText),
        .. Typed.Text("lessons", form.Lessons, LongestText),
        .. Line("note", form.Note),
        .. Rows("themes", form.Themes, theme => [theme]),
        .. Rows("documentLanguages", form.DocumentLanguages, language => [language]),
        .. Rows("testedIn", form.TestedIn, country => [country]),
        .. Rows("usedBy", form.UsedBy, address => [address]),
        .. Rows("countries", form.Countries, country => [country.Code, country.Role]),
        .. Rows("organisations", form.Organisations, organisation => [organisation.Name, organisation.Role]),
        .. Rows("links", form.Links, link => [link.Url, link.Label]),
        .. Rows("files", form.Files, file => [file.Label]),
        .. Line("contact", form.Contact?.Name),
        .. Line("contact", form.Contact?.Email),
    ];

    public static IReadOnlyList<Breach> Check(SubmissionRemark remark, bool isRequired) =>
    [
        .. isRequired && string.IsNullOrWhiteSpace(remark.Text) ? [new Breach("text", "It is required.")] : Array.Empty<Breach>(),
        .. Typed.Text("text", remark.Text, LongestRemark),
        .. Rows("comments", remark.Comments, comment => [comment.Field]),
        .. remark.Comments.Where(comment => comment is not null).SelectMany(comment => Typed.Text("comments", comment.Message, LongestRemark)),
    ];

    private static Breach[] Line(string field, string? text) =>
        text is null || PlainText.IsLine(text, LongestLine) ? [] : [new Breach(field, $"It is one line of at most {LongestLine} characters.")];

    // A client of the API may send null for a row.
    private static IEnumerable<Breach> Rows<T>(string field, IReadOnlyList<T>? rows, Func<T, string?[]> cells) => rows switch
    {
        null => [new Breach(field, "It is a list.")],
        { Count: > MostRows } => [new Breach(field, $"At most {MostRows} of them.")],
        _ when rows.Any(row => row is null) => [new Breach(field, "None of them may be null.")],
        _ => rows.SelectMany(cells).SelectMany(cell => Line(field, cell)).Take(1),
    };
}
