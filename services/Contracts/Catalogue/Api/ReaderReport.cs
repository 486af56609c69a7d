namespace PfP.Contracts.Catalogue.Api;

/// <summary>A reader tells the secretariat that something is wrong with a public page.</summary>
/// <param name="About">The page's path without language, such as <c>/practices/sending-money-home</c>.</param>
/// <param name="Kind">One of <see cref="ReaderReportKinds"/>.</param>
/// <param name="Message">At most <see cref="LongestMessage"/> characters.</param>
/// <param name="Email">For a question back; only the secretariat sees it. Deleted 90 days after the report is closed.</param>
public sealed record NewReaderReport(string? About, string? Kind, string? Message, string? Email)
{
    public const int LongestMessage = 2000;
}

public static class ReaderReportKinds
{
    public const string Outdated = "outdated";
    public const string DeadLink = "dead_link";
    public const string WrongFact = "wrong_fact";
    public const string NotPublic = "not_public";
    public const string Other = "other";

    public static IReadOnlyList<string> All { get; } = [Outdated, DeadLink, WrongFact, NotPublic, Other];
}

/// <summary>A reader's report in the secretariat's list.</summary>
/// <param name="Kind">One of <see cref="ReaderReportKinds"/>.</param>
public sealed record ReaderReportSummary(Guid Id, EntryLink Entry, string Kind, DateTimeOffset ReportedAt);

/// <summary>A reader's report as the secretariat reads it.</summary>
/// <param name="Version">What closing it needs as its If-Match.</param>
/// <param name="State">open or closed.</param>
/// <param name="EntryId">Of the entry whose page it is about.</param>
/// <param name="Kind">One of <see cref="ReaderReportKinds"/>.</param>
/// <param name="Email">Null where none was given, or it was deleted.</param>
/// <param name="Note">What was done about it.</param>
public sealed record ReaderReportResponse(
    Guid Id, int Version, string State, Guid EntryId, EntryLink Entry, string Kind, string Message, string? Email, DateTimeOffset ReportedAt, DateTimeOffset? ClosedAt, string? Note);

/// <summary>How the secretariat closes a report.</summary>
/// <param name="Note">What was done about it, in at most <see cref="Longest"/> characters.</param>
public sealed record ReaderReportNote(string? Note)
{
    public const int Longest = 2000;
}
