using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using PfP.Contracts.Catalogue;
using PfP.Search.Engines;
using PfP.Search.Engines.Elastic;
using PfP.Search.Engines.Embedded;
using PfP.Search.Indexing;
using PfP.Testing.Servers;

namespace PfP.Benchmarks.Search;

/// <summary>
/// Our search service, on its embedded engine and on search servers, beside PostgreSQL full text and those servers asked directly: on the same
/// documents and queries, in turns within one run.
/// </summary>
internal static class SearchComparison
{
    private const string Embedded = "ours, embedded";
    private const string Postgres = "PostgreSQL";

    private static readonly string Service = typeof(ISearchIndex).Assembly.Location;

    public static async Task<int> RunAsync(SearchComparisonOptions options)
    {
        Console.WriteLine($"{options.Rounds} rounds of {options.Queries * 2} queries for each side: all in turn, and then in the opposite order; every query is asked once.");
        // What a hundred thousand documents need.
        Environment.SetEnvironmentVariable("SEARCH_HEAP", "1g");
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
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size:N0} documents"));
        var entries = new Corpus(seed: size).Entries(size).ToList();
        var folder = Directory.CreateTempSubdirectory("pfp-bench-");
        var started = new List<IAsyncDisposable>();
        try
        {
            var embedded = Keep(await StartEmbeddedAsync(folder.FullName, entries, postgres, rabbit));
            var contenders = new List<Contender> { embedded, Keep(await StartPostgresAsync(entries, postgres)) };
            foreach (var kind in TestSearchServer.Available())
            {
                var server = Keep(await TestSearchServer.StartAsync(kind));
                contenders.Add(Keep(await TimedAsync($"{RawOf(kind)} filled", () => RawContender.FillAsync(RawOf(kind), server.Address, entries))));
                contenders.Add(Keep(await StartOnServerAsync(kind, server.Address, entries, postgres, rabbit)));
            }

            var report = new ComparisonReport();
            await MeasureAsync(report, new QuerySet(entries, seed: 1), options, contenders);
            report.Print();
            Console.WriteLine();
            report.PrintRatio(Embedded, Postgres);
            PrintServers(report);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Embedded}: ready {embedded.StartUp.TotalSeconds:N1} s after its start, holds {embedded.MemoryMegabytes:N0} MB"));
        }
        finally
        {
            foreach (var one in started.AsEnumerable().Reverse())
            {
                await one.DisposeAsync();
            }

            folder.Delete(recursive: true);
        }

        T Keep<T>(T one)
            where T : IAsyncDisposable
        {
            started.Add(one);
            return one;
        }
    }

    private static void PrintServers(ComparisonReport report)
    {
        if (TestSearchServer.Available() is { Count: > 0 } kinds)
        {
            report.PrintRatio(Embedded, [.. kinds.Select(RawOf)]);
            foreach (var kind in kinds)
            {
                report.PrintRatio(OursOn(kind), RawOf(kind));
            }
        }
    }

    private static string RawOf(string kind) => $"{kind} itself";

    private static string OursOn(string kind) => $"ours, {kind}";

    private static async Task<ApiContender> StartEmbeddedAsync(string path, List<EntryPublished> entries, TestPostgres postgres, TestRabbit rabbit)
    {
        var folder = new IndexFolder(Microsoft.Extensions.Options.Options.Create(new SearchOptions { IndexPath = path }));
        var file = folder.New();
        await using (var index = EmbeddedIndex.Create(file, TimeProvider.System))
        {
            await TimedAsync($"{Embedded} filled", () => FillAsync(index, entries));
        }

        folder.MakeCurrent(file);
        return await StartServiceAsync(Embedded, new() { ["Search__IndexPath"] = path }, postgres, rabbit);
    }

    private static async Task<ApiContender> StartOnServerAsync(string kind, Uri server, List<EntryPublished> entries, TestPostgres postgres, TestRabbit rabbit)
    {
        var connection = $"Endpoints={server};Timeout=30000";
        using (var engine = new ElasticEngine(ElasticSettings.Parse(connection), NullLogger<ElasticEngine>.Instance))
        {
            await using var index = await engine.CreateAsync(CancellationToken.None);
            await TimedAsync($"{OursOn(kind)} filled", () => FillAsync(index, entries));
            await engine.MakeCurrentAsync(index, CancellationToken.None);
        }

        return await StartServiceAsync(OursOn(kind), new() { ["ConnectionStrings__elasticsearch"] = connection }, postgres, rabbit);
    }

    private static async Task<ApiContender> StartPostgresAsync(List<EntryPublished> entries, TestPostgres postgres)
    {
        var database = await postgres.CreateDatabaseAsync();
        await TimedAsync($"{Postgres} filled", async () =>
        {
            await PostgresCorpus.LoadAsync(database, entries);
            return 0;
        });
        return await ApiContender.StartAsync(Postgres, typeof(SearchComparison).Assembly.Location, ["postgres", database], new Dictionary<string, string>());
    }

    private static async Task<ApiContender> StartServiceAsync(string name, Dictionary<string, string> settings, TestPostgres postgres, TestRabbit rabbit)
    {
        settings["ConnectionStrings__search"] = await postgres.CreateDatabaseAsync();
        settings["ConnectionStrings__messaging"] = await rabbit.CreateVirtualHostAsync();
        return await ApiContender.StartAsync(name, Service, [], settings);
    }

    private static async Task MeasureAsync(ComparisonReport report, QuerySet queries, SearchComparisonOptions options, List<Contender> contenders)
    {
        foreach (var query in queries.Next(options.Queries * 2))
        {
            foreach (var contender in contenders)
            {
                await contender.AskAsync(query);
            }
        }

        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var turn in new[] { contenders, [.. contenders.AsEnumerable().Reverse()] })
            {
                var asked = queries.Next(options.Queries);
                foreach (var contender in turn)
                {
                    foreach (var query in asked)
                    {
                        var (time, total) = await contender.AskAsync(query);
                        report.Add(new Measurement(contender.Name, round, query.Kind, time, total));
                    }
                }
            }
        }
    }

    private static async Task<int> FillAsync(ISearchIndex index, List<EntryPublished> entries)
    {
        foreach (var batch in entries.Chunk(1000))
        {
            await index.ApplyAsync([.. batch.Select(entry => EntryChanges.Of(entry)!)], CancellationToken.None);
        }

        return entries.Count;
    }

    private static async Task<T> TimedAsync<T>(string what, Func<Task<T>> work)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await work();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} in {Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s"));
        return result;
    }
}
