namespace PfP.Search.Engines.Embedded;

/// <summary>Posting lists by a small number: a term, a facet value, a country. In pages, so that few lists of high numbers take little room.</summary>
internal sealed class PostingTable
{
    private const int PageBits = 8;

    private volatile PostingList?[]?[] pages = new PostingList?[]?[1];

    /// <summary>What a reader sees whose snapshot ends before that document.</summary>
    public Postings this[int key, int end] =>
        pages is var current && key >> PageBits < current.Length && current[key >> PageBits] is { } page && page[key & ((1 << PageBits) - 1)] is { } list ? list.Before(end) : Postings.None;

    public void Append(int key, int document, byte impact = 1)
    {
        var current = pages;
        if (key >> PageBits >= current.Length)
        {
            Array.Resize(ref current, Math.Max((key >> PageBits) + 1, current.Length * 2));
        }
        var page = current[key >> PageBits] ?? new PostingList?[1 << PageBits];
        ref var list = ref page[key & ((1 << PageBits) - 1)];
        Volatile.Write(ref list, (list ?? PostingList.Empty()).Append(document, impact));
        Volatile.Write(ref current[key >> PageBits], page);
        pages = current;
    }
}
