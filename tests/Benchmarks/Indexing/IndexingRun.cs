using System.Diagnostics;
using System.Globalization;
using PfP.Testing;
using PfP.Testing.Servers;

namespace PfP.Benchmarks.Indexing;

/// <summary>
/// Many entries through the broker into the index, on each engine: how fast, how late, with how much memory, and whether anything is missing or
/// stale after the search service, and the server that holds its index, were killed on the way. Then the index is built anew while it is searched.
/// </summary>
internal static class IndexingRun
{
    private const string Embedded = "embedded";
    private const int ProbesInPeace = 100;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public static async Task<int> RunAsync(IndexingOptions options)
    {
        Environment.SetEnvironmentVariable("SEARCH_HEAP", "1g");
        var corpus = new PublishedCorpus(options.Documents);
        var bad = 0;
        foreach (var engine in (string[])[Embedded, .. TestSearchServer.Available()])
        {
            Say($"\n{engine}: {options.Documents:N0} entries in {corpus.Messages:N0} messages");
            bad += await MeasureAsync(engine, corpus) ? 0 : 1;
        }

        return bad;
    }

    private static async Task<bool> MeasureAsync(string engine, PublishedCorpus corpus)
    {
        var folder = Directory.CreateTempSubdirectory("pfp-bench-");
        var (postgres, rabbit) = (await TestPostgres.SharedAsync, await TestRabbit.SharedAsync);
        var messaging = await rabbit.CreateVirtualHostAsync();
        var server = engine == Embedded ? null : await TestSearchServer.StartAsync(engine, keep: true);
        try
        {
            await using var catalogue = await FakeProducer.StartAsync("catalogue", messaging);
            await using var calls = await FakeProducer.StartAsync("calls", messaging);
            await using var search = new IndexedService(new Dictionary<string, string>
            {
                ["ConnectionStrings__search"] = await postgres.CreateDatabaseAsync(),
                ["ConnectionStrings__messaging"] = messaging,
                ["ConnectionStrings__elasticsearch"] = server?.Address.ToString() ?? "",
                ["Search__IndexPath"] = folder.FullName,
            });
            await search.StartAsync();
            var probes = new Probes(catalogue, search);
            var isGood = await IndexAsync(corpus, catalogue, search, probes, server);
            await InPeaceAsync(search, probes);
            return await RebuildAsync(corpus, search, probes) & isGood;
        }
        finally
        {
            await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
            await rabbit.DropVirtualHostAsync(messaging);
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> IndexAsync(PublishedCorpus corpus, FakeProducer catalogue, IndexedService search, Probes probes, TestSearchServer? server)
    {
        var (began, most, lags) = (Stopwatch.GetTimestamp(), 0.0, new List<TimeSpan>());
        var publishing = corpus.PublishAsync(catalogue);
        var probing = ProbeAsync(() => publishing.IsCompleted, probes, lags);
        (long At, Func<Task> Kill)[] kills = [(corpus.Messages / 3, () => KillAsync(search)), (corpus.Messages * 2 / 3, () => server is null ? KillAsync(search) : KillAsync(server))];
        for (var next = 0; !(publishing.IsCompleted && probing.IsCompleted && await search.HandledAsync() >= corpus.Messages + probes.Made);)
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                Say($"Only {await search.HandledAsync():N0} messages after {Patience.TotalMinutes} minutes.");
                return false;
            }

            if (next < kills.Length && await search.HandledAsync() >= kills[next].At)
            {
                await kills[next++].Kill();
            }

            most = Math.Max(most, search.MemoryMegabytes);
            await Task.Delay(Poll);
        }

        var took = Stopwatch.GetElapsedTime(began);
        Say($"published in {(await publishing).TotalSeconds:N0} s, handled after {took.TotalSeconds:N0} s: {corpus.Messages / took.TotalSeconds:N0} messages a second, kills included; at most {most:N0} MB");
        Say($"found after its publication, meanwhile: {Probes.Describe(lags)}");
        return await CheckAsync(corpus, search, probes);
    }

    private static async Task InPeaceAsync(IndexedService search, Probes probes)
    {
        var lags = new List<TimeSpan>();
        await ProbeAsync(() => lags.Count == ProbesInPeace, probes, lags);
        Say($"found after its publication, with nothing else to do: {Probes.Describe(lags)}; now {search.MemoryMegabytes:N0} MB");
    }

    /// <summary>All that search finds at any moment is all there is.</summary>
    private static async Task<bool> RebuildAsync(PublishedCorpus corpus, IndexedService search, Probes probes)
    {
        var (began, most, asked, wrong) = (Stopwatch.GetTimestamp(), 0.0, 0, new List<string>());
        var all = corpus.Expected[0].Count + probes.Made;
        var rebuilding = search.ReindexAsync();
        for (; !rebuilding.IsCompleted; asked++)
        {
            if (await search.CountAsync("") is var found && found != all)
            {
                wrong.Add($"{found} of {all} after {Stopwatch.GetElapsedTime(began).TotalSeconds:N1} s");
            }

            most = Math.Max(most, search.MemoryMegabytes);
        }

        await rebuilding;
        Say($"built anew in {Stopwatch.GetElapsedTime(began).TotalSeconds:N0} s, at most {most:N0} MB; of {asked:N0} searches meanwhile {wrong.Count} found something else than all: {string.Join(", ", wrong.Take(5))}");
        await search.KillAsync();
        var ready = await search.StartAsync();
        Say($"ready {ready.TotalSeconds:N1} s after a new start, with {search.MemoryMegabytes:N0} MB");
        return await CheckAsync(corpus, search, probes) && wrong.Count == 0;
    }

    private static async Task<bool> CheckAsync(PublishedCorpus corpus, IndexedService search, Probes probes)
    {
        var isGood = true;
        foreach (var (query, expected) in corpus.Expected)
        {
            // The probes are of no version.
            var count = query.Length == 0 ? expected + probes.Made : expected;
            var found = await search.CountAsync(query);
            isGood &= found == count;
            Say($"  {(query.Length == 0 ? "everything" : query)}: {found:N0} of {count:N0}{(found == count ? "" : " WRONG")}");
        }

        return isGood;
    }

    private static async Task ProbeAsync(Func<bool> isOver, Probes probes, List<TimeSpan> lags)
    {
        while (!isOver())
        {
            lags.Add(await probes.LagAsync());
        }
    }

    private static async Task KillAsync(IndexedService search)
    {
        await search.KillAsync();
        var ready = await search.StartAsync();
        Say($"kill -9 of search: ready again after {ready.TotalSeconds:N1} s");
    }

    private static async Task KillAsync(TestSearchServer server)
    {
        await server.KillAsync();
        await server.StartAgainAsync();
        Say($"kill -9 of its server, and started again");
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
