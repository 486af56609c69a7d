namespace PfP.Search.Engines.Embedded;

/// <summary>
/// The documents that hold a term, ascending, each with its impact: how much that document is about the term, from 1 to 255.
/// Only ever appended to; a full list is replaced by a longer copy, so that readers need no lock.
/// </summary>
internal sealed class PostingList
{
    private readonly int[] documents;
    private readonly byte[] impacts;
    private volatile int count;

    private PostingList(int[] documents, byte[] impacts, int count)
    {
        this.documents = documents;
        this.impacts = impacts;
        this.count = count;
    }

    public static PostingList Empty() => new(new int[2], new byte[2], 0);

    public PostingList Append(int document, byte impact)
    {
        var list = this;
        if (count == documents.Length)
        {
            var (moreDocuments, moreImpacts) = (documents, impacts);
            Array.Resize(ref moreDocuments, count + (count / 2) + 1);
            Array.Resize(ref moreImpacts, moreDocuments.Length);
            list = new PostingList(moreDocuments, moreImpacts, count);
        }
        list.documents[list.count] = document;
        list.impacts[list.count] = impact;
        list.count++;
        return list;
    }

    /// <summary>What a reader sees whose snapshot ends before that document.</summary>
    public Postings Before(int end)
    {
        var length = count;
        if (length > 0 && documents[length - 1] >= end)
        {
            var found = documents.AsSpan(0, length).BinarySearch(end);
            length = found < 0 ? ~found : found;
        }
        return new Postings(documents, impacts, length);
    }
}

/// <summary>Documents and impacts, the first <see cref="Count"/> of the arrays.</summary>
internal readonly record struct Postings(int[] Documents, byte[] Impacts, int Count)
{
    public static Postings None { get; } = new([], [], 0);
}
