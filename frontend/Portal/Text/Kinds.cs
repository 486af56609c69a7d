using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Text;

/// <summary>Kinds of entries and where their lists are.</summary>
internal static class Kinds
{
    public static IReadOnlyList<string> All { get; } = [EntryKinds.Practice, EntryKinds.Tool, EntryKinds.Session, EntryKinds.Recommendation];

    /// <summary>The first part of the path of its pages, and of its API; of a lesson those of its practice.</summary>
    public static string List(string kind) => kind == SubmissionKinds.Lesson ? List(EntryKinds.Practice) : $"{kind}s";
}
