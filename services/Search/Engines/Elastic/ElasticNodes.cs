namespace PfP.Search.Engines.Elastic;

/// <summary>The addresses of a cluster. One that failed is passed over for a while, unless all have.</summary>
internal sealed class ElasticNodes(IReadOnlyList<Uri> addresses)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    private readonly long[] failedAt = new long[addresses.Count];
    private uint turn;

    public int Count => addresses.Count;

    /// <summary>All of them in the order to be tried: in turns, those that failed lately last.</summary>
    public IEnumerable<Uri> InOrder()
    {
        var start = (int)(Interlocked.Increment(ref turn) % (uint)addresses.Count);
        var order = Enumerable.Range(0, addresses.Count).Select(step => (start + step) % addresses.Count).ToList();
        return order.OrderBy(IsResting).Select(index => addresses[index]);
    }

    public void Failed(Uri address) => Volatile.Write(ref failedAt[IndexOf(address)], TimeProvider.System.GetTimestamp());

    public void Answered(Uri address) => Volatile.Write(ref failedAt[IndexOf(address)], 0);

    private bool IsResting(int index) => Volatile.Read(ref failedAt[index]) is not 0 and var failed && TimeProvider.System.GetElapsedTime(failed) < Rest;

    private int IndexOf(Uri address)
    {
        var index = 0;
        while (addresses[index] != address)
        {
            index++;
        }
        return index;
    }
}
