namespace PfP.Contracts.Catalogue.Api;

/// <summary>A working group of the forum, as the list of them shows it.</summary>
/// <param name="Name">In the language asked for, where it is known in that; <paramref name="NameLanguage"/> says in which it is.</param>
/// <param name="FromYear">The years in which it works or worked, as far as they are stated.</param>
/// <param name="Chairs">The countries and organisations that chair it together.</param>
public sealed record WorkingGroupSummary(string Slug, string Url, string Name, string NameLanguage, int? FromYear, int? ToYear, IReadOnlyList<GroupChair> Chairs);

/// <param name="Owner"><c>country:MD</c> or <c>organisation:iom</c>.</param>
/// <param name="Name">In the language asked for.</param>
public sealed record GroupChair(string Owner, string Name);

/// <summary>What everybody reads of a working group. What it keeps for members is no part of this, nor whether there is any.</summary>
/// <param name="Language">Of its texts.</param>
/// <param name="Mandate">Markdown; null where none is recorded.</param>
public sealed record WorkingGroupResponse(WorkingGroupSummary Summary, string Language, string? Mandate, IReadOnlyList<GroupYear> Years, IReadOnlyList<FileResponse> Documents);

/// <summary>A year of a group: what it planned, and what came of it. Markdown.</summary>
public sealed record GroupYear(int Year, string? Plan, string? Results);

/// <summary>What only members read of a group.</summary>
public sealed record GroupMembersPart(IReadOnlyList<GroupYear> Years, IReadOnlyList<FileResponse> Documents);

/// <summary>All of a group, for those who write it.</summary>
/// <param name="Version">Counts up with every change; a change names the one that its editor has seen.</param>
public sealed record WorkingGroupDraft(
    string Slug, string Name, string Language, int? FromYear, int? ToYear, IReadOnlyList<GroupChair> Chairs, string? Mandate,
    IReadOnlyList<GroupYearDraft> Years, IReadOnlyList<GroupDocument> Documents, int Version);

/// <param name="PlanFor">One of <see cref="GroupReaders"/>.</param>
/// <param name="ResultsFor">One of <see cref="GroupReaders"/>.</param>
public sealed record GroupYearDraft(int Year, string? Plan, string PlanFor, string? Results, string ResultsFor);

/// <param name="For">One of <see cref="GroupReaders"/>.</param>
public sealed record GroupDocument(Guid Id, string? Label, string For, string Name, long Bytes);

/// <summary>What is typed to add a working group. Its address comes from the name and stays.</summary>
/// <param name="Language">Of name and texts.</param>
/// <param name="FromYear">Four digits, or nothing.</param>
public sealed record NewWorkingGroup(string? Name, string? Language, string? FromYear, string? ToYear);

/// <summary>What the secretariat says of a group.</summary>
/// <param name="Chairs">Their keys, such as <c>country:MD</c>; all of them.</param>
public sealed record WorkingGroupChange(string? Name, string? Language, string? FromYear, string? ToYear, IReadOnlyList<string>? Chairs);

public sealed record GroupMandate(string? Mandate);

/// <summary>What a group plans for a year, and what came of it; a year without both is none.</summary>
public sealed record GroupYearChange(string? Plan, string? PlanFor, string? Results, string? ResultsFor);

/// <summary>All documents of a group, in their order; what is left out is not shown any more.</summary>
public sealed record GroupDocumentsChange(IReadOnlyList<GroupDocumentChange>? Documents);

public sealed record GroupDocumentChange(Guid Id, string? Label, string? For);

/// <summary>For whom a text or document of a working group is.</summary>
public static class GroupReaders
{
    public const string Everyone = "everyone";
    public const string Members = "members";
}

/// <summary>The bounds of what is typed.</summary>
public static class WorkingGroups
{
    public const int LongestName = 150;
    public const int LongestText = 8_000;
    public const int LongestLabel = 200;
    public const int EarliestYear = 1990;
    public const int LatestYear = 2100;
    public const int MostChairs = 10;
    public const int MostDocuments = 100;
}
