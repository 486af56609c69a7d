using PfP.Search.Indexing;

namespace PfP.Search.Engines.Embedded;

/// <summary>What many documents have in common (codes, names, short lists of them) is kept once. Used by the one writer.</summary>
internal sealed class SharedParts
{
    private readonly Dictionary<string, string> strings = new(StringComparer.Ordinal);
    private readonly HashSet<IReadOnlyList<string>> lists = new(new SameItems<string>());
    private readonly HashSet<IReadOnlyList<DocumentOrganisation>> organisations = new(new SameItems<DocumentOrganisation>());
    private readonly HashSet<IReadOnlyList<DocumentSummit>> summits = new(new SameItems<DocumentSummit>());

    public SearchDocument Of(SearchDocument document) => document with
    {
        Kind = Of(document.Kind),
        Language = Of(document.Language),
        Countries = Of(document.Countries),
        StatedRegions = Of(document.StatedRegions),
        Organisations = Of(organisations, document.Organisations),
        Summits = Of(summits, document.Summits),
        Themes = Of(document.Themes),
        GcmObjectives = Of(document.GcmObjectives),
        SdgTargets = Of(document.SdgTargets),
        WorkingGroups = Of(document.WorkingGroups),
        Has = Of(document.Has),
        Type = document.Type is { } type ? Of(type) : null,
        Status = document.Status is { } status ? Of(status) : null,
        Owner = document.Owner is { } owner ? Of(owner) : null,
    };

    private string Of(string text) => strings.TryGetValue(text, out var shared) ? shared : strings[text] = text;

    private IReadOnlyList<string> Of(IReadOnlyList<string> list) => lists.TryGetValue(list, out var shared) ? shared : Of(lists, [.. list.Select(Of)]);

    private static IReadOnlyList<T> Of<T>(HashSet<IReadOnlyList<T>> known, IReadOnlyList<T> list)
    {
        if (known.TryGetValue(list, out var shared))
        {
            return shared;
        }
        T[] kept = [.. list];
        known.Add(kept);
        return kept;
    }

    private sealed class SameItems<T> : IEqualityComparer<IReadOnlyList<T>>
    {
        public bool Equals(IReadOnlyList<T>? x, IReadOnlyList<T>? y) => x!.SequenceEqual(y!);

        public int GetHashCode(IReadOnlyList<T> obj)
        {
            var hash = new HashCode();
            foreach (var item in obj)
            {
                hash.Add(item);
            }
            return hash.ToHashCode();
        }
    }
}
