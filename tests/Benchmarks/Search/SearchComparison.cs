using System.Diagnostics;
using PfP.Contracts.Catalogue;
using PfP.Search.Engines;
using PfP.Search.Engines.Embedded;
using PfP.Search.Indexing;
using PfP.Testing.Servers;

namespace PfP.Benchmarks.Search;

/// <summary>Our search service beside PostgreSQL full text, on the same documents and queries, in turns within one run.</summary>
internal static class SearchComparison
{
    public static async Task<int> RunAsync(SearchComparisonOptions options)
    {
        Console.WriteLine($"{options.Rounds} rounds of {options.Queries * 2} queries for each side, turns in the order ours, PostgreSQL, PostgreSQL, ours; every query is asked once.");
        await using var postgres = await TestPostgres.StartAsync();
        await using var rabbit = await TestRabbit.StartAsync();
        foreach (var size in options.Sizes)
        {
            await CompareAsync(size, options, postgres, rabbit);
        }
        return 0;
    }

    private static async Task CompareAsync(int size, SearchComparisonOptions options, TestPostgres postgres, TestRabbit rabbit)
    {
        var entries = new Corpus(seed: size).Entries(size).ToList();
        var folder = Directory.CreateTempSubdirectory("pfp-bench-");
        try
        {
            var built = await TimeAsync(() => FillAsync(new IndexFolder(Microsoft.Extensions.Options.Options.Create(new SearchOptions { IndexPath = folder.FullName })), entries));
            var (peerDatabase, ownDatabase) = (await postgres.CreateDatabaseAsync(), await postgres.CreateDatabaseAsync());
            var loaded = await TimeAsync(() => PostgresCorpus.LoadAsync(peerDatabase, entries));
            await using var ours = await Contender.StartAsync(typeof(ISearchIndex).Assembly.Location, [], new Dictionary<string, string>
            {
                ["ConnectionStrings__search"] = ownDatabase,
                ["ConnectionStrings__messaging"] = await rabbit.CreateVirtualHostAsync(),
                ["Search__IndexPath"] = folder.FullName,
            });
            await using var peer = await Contender.StartAsync(typeof(SearchComparison).Assembly.Location, ["postgres", peerDatabase], new Dictionary<string, string>());
            var report = new ComparisonReport(size, built, loaded);
            await MeasureAsync(report, new QuerySet(entries, seed: 1), options, ours, peer);
            report.Print(ours.MemoryMegabytes);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(ComparisonReport report, QuerySet queries, SearchComparisonOptions options, Contender ours, Contender peer)
    {
        foreach (var query in queries.Next(options.Queries * 2))
        {
            await ours.AskAsync(query.QueryString);
            await peer.AskAsync(query.QueryString);
        }
        for (var round = 0; round < options.Rounds; round++)
        {
            var (first, second) = (queries.Next(options.Queries), queries.Next(options.Queries));
            foreach (var (contender, asked) in new[] { (ours, first), (peer, first), (peer, second), (ours, second) })
            {
                foreach (var query in asked)
                {
                    var (time, answer) = await contender.AskAsync(query.QueryString);
                    report.Add(new Measurement(contender == ours, round, query.Kind, time, answer.Total, answer.Hits.Count));
                }
            }
        }
    }

    private static async Task FillAsync(IndexFolder folder, IEnumerable<EntryPublished> entries)
    {
        var file = folder.New();
        await using (var index = EmbeddedIndex.Create(file, TimeProvider.System))
        {
            foreach (var batch in entries.Chunk(1000))
            {
                await index.ApplyAsync([.. batch.Select(entry => EntryChanges.Of(entry)!)], CancellationToken.None);
            }
        }
        folder.MakeCurrent(file);
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started);
    }
}
