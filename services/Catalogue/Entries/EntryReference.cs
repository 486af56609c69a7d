using System.Text;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Entries;

/// <summary>
/// A link from an entry's current revision to another entry, or out into the web. It names its target by key and not by id, because the target may be
/// imported later, belong to another service, or be merged with a second record; a key that leads nowhere is simply not shown.
/// The key of a web address is the address.
/// </summary>
internal sealed class EntryReference(Guid entryId, string relation, string targetKey)
{
    public const string PartOf = "part-of";
    public const string Related = "related";
    public const string PresentedAt = "presented-at";
    public const string Uses = "uses";
    public const string UsedBy = "used-by";
    public const string Presents = "presents";
    public const string Web = "web";

    /// <summary>In bytes; longer ones do not fit into an index.</summary>
    public const int LongestAddress = 2000;

    public Guid EntryId { get; private init; } = entryId;

    public string Relation { get; private init; } = relation;

    public string TargetKey { get; private init; } = targetKey;

    public static void Replace(Entry entry, EntryContent content)
    {
        var wanted = Of(content).Distinct().ToHashSet();
        entry.References.RemoveAll(existing => !wanted.Remove((existing.Relation, existing.TargetKey)));
        entry.References.AddRange(wanted.Select(reference => new EntryReference(entry.Id, reference.Relation, reference.Key)));
    }

    private static IEnumerable<(string Relation, string Key)> Of(EntryContent content) =>
    [
        .. content.Parents.Select(key => (PartOf, key)),
        .. content.Related.Select(key => (Related, key)),
        .. content.Appearances.Select(appearance => (PresentedAt, appearance.Session)),
        .. content.Uses.Select(key => (Uses, key)),
        .. content.UsedBy.Select(key => (UsedBy, key)),
        .. content.Session?.Presentations?.Select(presentation => (Presents, presentation.Entry)) ?? [],
        .. content.Links.Concat(content.Additions.SelectMany(addition => addition.Links)).Select(link => link.Url).Concat(content.Files.Select(file => file.Url)).Concat(Recordings(content))
            .Where(IsCheckable).Select(url => (Web, url)),
    ];

    private static IEnumerable<string> Recordings(EntryContent content) =>
        new[] { content.Video?.Url, content.Video?.Transcript }.Concat(content.Session?.Presentations?.SelectMany(presentation => new[] { presentation.Slides, presentation.Video }) ?? []).OfType<string>();

    private static bool IsCheckable(string url) => Addresses.IsWeb(url) && Encoding.UTF8.GetByteCount(url) <= LongestAddress;
}
