using Microsoft.Extensions.Logging.Abstractions;
using PfP.Search.Engines.Elastic;
using PfP.Search.Engines.Embedded;
using PfP.Search.Indexing;
using PfP.Search.Words;
using PfP.Testing.Servers;

namespace PfP.Benchmarks.Relevance;

/// <summary>How well our engines find what was meant, beside a stock search server on the same documents and queries.</summary>
internal static class RelevanceComparison
{
    public static async Task<int> RunAsync(RelevanceOptions options)
    {
        InstalledWords.Load(InstalledWords.Folder);
        foreach (var missing in InstalledWords.Meanings.Dictionaries.Missing)
        {
            Console.WriteLine($"Searched without {missing}.");
        }
        var folder = Directory.CreateTempSubdirectory("pfp-bench-");
        try
        {
            var collection = options.Cranfield is null ? RealEntries(options) : Cranfield.Read(options.Cranfield);
            Console.WriteLine($"{collection.Documents.Count} documents, {collection.Queries.Count} {(options.Cranfield is not null ? "Cranfield" : options.Unseen ? "unseen" : "seen")} queries.");
            await using var server = await StockServer.StartAsync();
            var stock = new List<Asked>();
            if (server is not null)
            {
                await server.FillAsync(collection.Documents.Select(StockDocument.Of));
                foreach (var configuration in collection.Configurations)
                {
                    stock.Add(await AskAsync(server.As(configuration), collection.Queries));
                }
            }
            var ours = new List<Asked>();
            await using var embedded = EmbeddedIndex.Create(Path.Combine(folder.FullName, "index.db"), TimeProvider.System);
            ours.Add(await AskAsync(await IndexContender.FillAsync("ours, embedded", embedded, collection.Documents), collection.Queries));
            foreach (var kind in TestSearchServer.Available())
            {
                ours.Add(await AskOnServerAsync(kind, collection));
            }
            new RelevanceReport(ours, stock).Print();
            PrintMisses(options, ours);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Asked> AskOnServerAsync(string kind, Collection collection)
    {
        await using var server = await TestSearchServer.StartAsync(kind);
        using var engine = new ElasticEngine(ElasticSettings.Parse($"Endpoints={server.Address};Timeout=30000"), NullLogger<ElasticEngine>.Instance);
        await using var index = await engine.CreateAsync(CancellationToken.None);
        return await AskAsync(await IndexContender.FillAsync($"ours, {kind}", index, collection.Documents), collection.Queries);
    }

    private static Collection RealEntries(RelevanceOptions options)
    {
        var documents = Distractors.RealEntries().Concat(new Distractors(seed: 7).Entries(options.Distractors)).Select(DocumentFactory.From).ToList();
        var queries = JudgedQueries.Read().Where(query => query.Unseen == options.Unseen && (options.Distractors == 0 || query.Kind != JudgedQueries.Topic));
        return new Collection(documents, [.. queries], [.. StockConfiguration.All()]);
    }

    private static async Task<Asked> AskAsync(IContender contender, IReadOnlyList<JudgedQuery> queries)
    {
        var answers = new List<(JudgedQuery, Scores, Scores?)>();
        foreach (var query in queries)
        {
            var scores = Scores.Of(await contender.BestAsync(query.Text, Scores.Depth), query.Expected);
            answers.Add((query, scores, query.Clean is null ? null : Scores.Of(await contender.BestAsync(query.Clean, Scores.Depth), query.Expected)));
        }
        return new Asked(contender.Name, answers);
    }

    private static void PrintMisses(RelevanceOptions options, List<Asked> ours)
    {
        foreach (var (query, scores, _) in options.Misses ? ours.SelectMany(asked => asked.Answers).Where(answer => answer.Scores.SuccessAt1 == 0) : [])
        {
            Console.WriteLine($"{query.Kind}: {query.Text} -> {(scores.ReciprocalRank > 0 ? Math.Round(1 / scores.ReciprocalRank) : "not found")}");
        }
    }
}

/// <summary>Documents, questions about them, and the stock configurations to compare with.</summary>
internal sealed record Collection(IReadOnlyList<SearchDocument> Documents, IReadOnlyList<JudgedQuery> Queries, IReadOnlyList<StockConfiguration> Configurations);
