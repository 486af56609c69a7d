namespace PfP.Catalogue.Entries;

/// <summary>
/// A stable outside name of an entry or Migration Profile: the key of the import row it came from, or <c>kind/slug</c>, which every
/// published entry has. Several keys lead to one entry where records were merged.
/// </summary>
internal sealed class EntryKey(string key, Guid targetId)
{
    public string Key { get; private init; } = key;

    public Guid TargetId { get; private set; } = targetId;

    public void LeadTo(Guid targetId) => TargetId = targetId;

    public static string OfAddress(string kind, string slug) => $"{kind}/{slug}";
}
