namespace PfP.Search.Engines.Embedded;

/// <summary>A set of documents, one bit each.</summary>
internal sealed class DocumentBits(int documents)
{
    private readonly ulong[] bits = new ulong[(documents + 63) / 64];

    public bool this[int document] => (bits[document >> 6] & (1UL << document)) != 0;

    public void Add(int document) => bits[document >> 6] |= 1UL << document;

    public DocumentBits Add(Postings postings)
    {
        for (var index = 0; index < postings.Count; index++)
        {
            Add(postings.Documents[index]);
        }
        return this;
    }
}
