namespace PfP.Search.Text;

/// <summary>
/// Names for the same thing that the secretariat has added. They come with each request and are looked up in the query, so that they hold on
/// every engine at once and nothing is indexed anew.
/// </summary>
public sealed class AddedSynonyms
{
    private readonly Dictionary<string, IReadOnlyList<string>> forms = new(StringComparer.Ordinal);

    /// <param name="revision">Which state of them this is: it goes up with every change.</param>
    /// <param name="groups">The forms of each, and whether only the first finds the others.</param>
    public AddedSynonyms(long revision, IEnumerable<(IReadOnlyList<string> Forms, bool IsOneWay)> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        Revision = revision;
        foreach (var group in groups)
        {
            foreach (var key in group.Forms.Take(group.IsOneWay ? 1 : group.Forms.Count).Select(Synonyms.Key).Where(key => key.Length > 0))
            {
                forms[key] = [.. forms.GetValueOrDefault(key, []), .. group.Forms];
                LongestForm = Math.Max(LongestForm, key.Count(character => character == ' ') + 1);
            }
        }
    }

    public static AddedSynonyms None { get; } = new(0, []);

    public long Revision { get; }

    /// <summary>The number of words of the longest form; 0 where there is none.</summary>
    public int LongestForm { get; }

    /// <summary>What is found by whoever searches for the form with that key.</summary>
    public IReadOnlyList<string> Find(string key) => forms.GetValueOrDefault(key, []);
}
