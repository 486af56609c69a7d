using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Input;

namespace PfP.ServiceDefaults.Reports;

/// <summary>What a report must say. Whoever sends it has no account, so that nothing about it is known but this.</summary>
internal static class ReportRules
{
    public static IReadOnlyList<Breach> Check(NewReaderReport report) =>
    [
        .. ReaderReportKinds.All.Contains(report.Kind) ? Array.Empty<Breach>() : [new Breach("kind", $"It is one of {string.Join(", ", ReaderReportKinds.All)}.")],
        .. Text("message", report.Message, NewReaderReport.LongestMessage),
        .. Typed.Given(report.Email) is not { } email || Addresses.IsValid(email) ? Array.Empty<Breach>() : [new Breach("email", "It is no e-mail address.")],
    ];

    public static IReadOnlyList<Breach> Check(ReaderReportNote note) => Text("note", note.Note, ReaderReportNote.Longest);

    private static Breach[] Text(string field, string? text, int longest) =>
        Typed.Given(text) is { } given ? [.. Typed.Text(field, given, longest)] : [new Breach(field, "It is required.")];
}
