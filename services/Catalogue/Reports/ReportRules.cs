using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Reports;

/// <summary>What a report must say. Whoever sends it has no account, so that nothing about it is known but this.</summary>
internal static class ReportRules
{
    public static IReadOnlyList<Breach> Check(NewReaderReport report) =>
    [
        .. ReaderReportKinds.All.Contains(report.Kind) ? Array.Empty<Breach>() : [new Breach("kind", $"It is one of {string.Join(", ", ReaderReportKinds.All)}.")],
        .. Text("message", report.Message, NewReaderReport.LongestMessage),
        .. Said(report.Email) is not { } email || Addresses.IsValid(email) ? Array.Empty<Breach>() : [new Breach("email", "It is no e-mail address.")],
    ];

    public static IReadOnlyList<Breach> Check(ReaderReportNote note) => Text("note", note.Note, ReaderReportNote.Longest);

    /// <summary>What was typed, or null where that is nothing. Browsers send two characters for the end of a line and count one.</summary>
    public static string? Said(string? text) => text?.ReplaceLineEndings("\n").Trim() is { Length: > 0 } said ? said : null;

    private static Breach[] Text(string field, string? text, int longest) => Said(text) switch
    {
        null => [new Breach(field, "It is required.")],
        var said when !PlainText.IsParagraphs(said, longest) => [new Breach(field, $"It has at most {longest} characters, and none that cannot be printed.")],
        _ => [],
    };
}
