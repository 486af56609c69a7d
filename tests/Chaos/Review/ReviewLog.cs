using System.Collections.Concurrent;

namespace PfP.Chaos.Review;

/// <summary>What was accepted: every answer 2xx, also in a file.</summary>
internal sealed class ReviewLog(string file) : IDisposable
{
    private readonly TextWriter writer = TextWriter.Synchronized(new StreamWriter(file) { AutoFlush = true });
    private readonly ConcurrentDictionary<string, Guid> begun = new();
    private int answers;
    private int repeats;
    private int lostAnswers;

    /// <summary>The submissions that were accepted as begun, by their key.</summary>
    public IReadOnlyDictionary<string, Guid> Begun => begun;

    public string Describe() => $"review: {answers} answers accepted, {repeats} requests repeated, {lostAnswers} found done though their answer was lost";

    public void Accepted(string key, string step, Guid id, int version)
    {
        Interlocked.Increment(ref answers);
        begun.TryAdd(key, id);
        writer.WriteLine($"{key} {step}: {id} version {version}");
    }

    public void Repeats() => Interlocked.Increment(ref repeats);

    public void LostAnswer() => Interlocked.Increment(ref lostAnswers);

    public void Dispose() => writer.Dispose();
}
