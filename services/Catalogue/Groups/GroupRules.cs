using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;
using PfP.Vocabularies;

namespace PfP.Catalogue.Groups;

/// <summary>What may be said of a working group.</summary>
internal static class GroupRules
{
    public static bool IsYear(int year) => year is >= WorkingGroups.EarliestYear and <= WorkingGroups.LatestYear;

    public static IReadOnlyList<Breach> Check(NewWorkingGroup group) =>
    [
        .. Breach.Require("name", Typed.Given(group.Name) is { } name && PlainText.IsLine(name, WorkingGroups.LongestName), $"It is one line of at most {WorkingGroups.LongestName} characters."),
        .. Breach.Require("language", Vocabulary.Languages.Find(group.Language) is not null, "It is not in the vocabulary."),
        .. Year("fromYear", group.FromYear),
        .. Year("toYear", group.ToYear),
        .. Breach.Require("toYear", !(Typed.Number(group.FromYear) > Typed.Number(group.ToYear)), "It is before the first year."),
    ];

    public static IReadOnlyList<Breach> Check(GroupMandate mandate) => Typed.Text("mandate", mandate.Mandate, WorkingGroups.LongestText);

    public static IReadOnlyList<Breach> Check(int year, GroupYearChange change) =>
    [
        .. Breach.Require("year", IsYear(year), $"It is a year from {WorkingGroups.EarliestYear} to {WorkingGroups.LatestYear}."),
        .. Typed.Text("plan", change.Plan, WorkingGroups.LongestText),
        .. Typed.Text("results", change.Results, WorkingGroups.LongestText),
        .. Readers("planFor", change.PlanFor),
        .. Readers("resultsFor", change.ResultsFor),
    ];

    public static IReadOnlyList<Breach> Check(GroupDocumentsChange change) => change.Documents switch
    {
        null => [new Breach(FileUpload.Field, "It is a list.")],
        { Count: > WorkingGroups.MostDocuments } => [new Breach(FileUpload.Field, $"At most {WorkingGroups.MostDocuments} of them.")],
        { } documents when documents.Any(document => document is null) => [new Breach(FileUpload.Field, "None of them may be null.")],
        { } documents =>
        [
            .. documents.SelectMany(document => Readers(FileUpload.Field, document.For)).Take(1),
            .. Breach.Require(
                FileUpload.Field,
                documents.All(document => document.Label is null || PlainText.IsLine(document.Label, WorkingGroups.LongestLabel)),
                $"What a document is called is one line of at most {WorkingGroups.LongestLabel} characters."),
        ],
    };

    private static Breach[] Year(string field, string? typed) =>
        Breach.Require(field, Typed.Given(typed) is null || (Typed.Number(typed) is { } year && IsYear(year)), $"It is a year from {WorkingGroups.EarliestYear} to {WorkingGroups.LatestYear}.");

    private static Breach[] Readers(string field, string? readers) =>
        Breach.Require(field, readers is GroupReaders.Everyone or GroupReaders.Members, $"It is {GroupReaders.Everyone} or {GroupReaders.Members}.");
}
