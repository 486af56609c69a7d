namespace PfP.Search.Engines.Embedded;

/// <summary>
/// A short list for each document, all after each other in one array: what is looked at of everything that a query finds would otherwise have
/// to be fetched from all over the memory. Only ever appended to; a full array is replaced by a longer copy, so that readers need no lock.
/// </summary>
internal sealed class ListColumn<T>
{
    private int[] ends = new int[64];
    private T[] items = new T[256];
    private int documents;
    private int used;

    /// <summary>What a reader sees of the documents that there are by now.</summary>
    public Lists<T> Written => new(ends, items);

    public void Append(ReadOnlySpan<T> list)
    {
        if (documents == ends.Length)
        {
            Array.Resize(ref ends, documents * 2);
        }
        if (used + list.Length > items.Length)
        {
            Array.Resize(ref items, Math.Max(items.Length * 2, used + list.Length));
        }
        list.CopyTo(items.AsSpan(used));
        used += list.Length;
        ends[documents++] = used;
    }
}

/// <param name="Ends">Where each document's list ends in <paramref name="Items"/>; it begins where the one before ends.</param>
internal readonly record struct Lists<T>(int[] Ends, T[] Items)
{
    public ReadOnlySpan<T> this[int document] => Items.AsSpan((document == 0 ? 0 : Ends[document - 1])..Ends[document]);
}
