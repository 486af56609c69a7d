namespace PfP.Search.Engines.Embedded;

/// <summary>Posting lists by a small number: a term, a facet value, a country.</summary>
internal sealed class PostingTable
{
    private volatile PostingList?[] lists = new PostingList?[256];

    /// <summary>What a reader sees whose snapshot ends before that document.</summary>
    public Postings this[int key, int end] => lists is var current && key < current.Length && current[key] is { } list ? list.Before(end) : Postings.None;

    public void Append(int key, int document, byte impact = 1)
    {
        var current = lists;
        if (key >= current.Length)
        {
            Array.Resize(ref current, Math.Max(key + 1, current.Length * 2));
        }
        Volatile.Write(ref current[key], (current[key] ?? PostingList.Empty()).Append(document, impact));
        lists = current;
    }
}
