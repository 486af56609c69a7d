using System.Diagnostics;
using PfP.Benchmarks.Search;
using PfP.Contracts.Catalogue;
using PfP.Testing;

namespace PfP.Benchmarks.Indexing;

/// <summary>
/// Entries as the catalogue would publish them: one in ten is revised, half of those arrive before what they revise, and one in a hundred is
/// withdrawn. A word in each text names its version, so that counting what a word finds tells whether anything is stale.
/// </summary>
internal sealed class PublishedCorpus
{
    private const string First = "versionalpha";
    private const string Second = "versionbravo";
    private const int AtATime = 64;
    private readonly List<(Guid Id, object Message)> messages = [];
    private readonly Dictionary<Guid, object> last = [];

    public PublishedCorpus(int count)
    {
        foreach (var (number, entry) in new Corpus(seed: count).Entries(count).Index())
        {
            var (first, second) = (Marked(entry, First), Marked(entry with { Version = 2 }, Second));
            object[] sent = number switch
            {
                _ when number % 100 == 3 => [first, new EntryWithdrawn(entry.EntryId, 2, entry.Kind, entry.Slug, TimeProvider.System.GetUtcNow(), "Made up.")],
                _ when number % 20 == 0 => [second, first],
                _ when number % 10 == 0 => [first, second],
                _ => [first],
            };
            messages.AddRange(sent.Select(message => (entry.EntryId, message)));
            last[entry.EntryId] = sent.Length == 1 || number % 20 == 0 ? sent[0] : sent[1];
        }
    }

    public int Messages => messages.Count;

    /// <summary>Each query with how many entries it has to find.</summary>
    public IReadOnlyList<(string Query, int Count)> Expected =>
    [
        ("", last.Values.OfType<EntryPublished>().Count()),
        ($"q={First}", last.Values.OfType<EntryPublished>().Count(entry => entry.Version == 1)),
        ($"q={Second}", last.Values.OfType<EntryPublished>().Count(entry => entry.Version == 2)),
    ];

    /// <returns>How long it took until the broker had all of them.</returns>
    public async Task<TimeSpan> PublishAsync(FakeProducer catalogue)
    {
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(messages, new ParallelOptions { MaxDegreeOfParallelism = AtATime }, async (message, _) => await catalogue.PublishAsync(message.Id, message.Message));
        // What a replay tells is the last word, whichever came last.
        foreach (var (id, message) in last)
        {
            catalogue.Current.Events[id] = message;
        }

        return Stopwatch.GetElapsedTime(began);
    }

    private static EntryPublished Marked(EntryPublished entry, string word) => entry with
    {
        Texts = entry.Texts.ToDictionary(text => text.Key, text => text.Value with { Body = $"{text.Value.Body} {word}" }),
    };
}
