using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using PfP.Search.Indexing;
using PfP.Search.Text;
using PfP.Testing.Servers;

namespace PfP.Benchmarks.Relevance;

/// <summary>A document as a search server gets it.</summary>
internal sealed record StockDocument(string Key, string Title, string Everything, string Prose)
{
    public static StockDocument Of(SearchDocument document)
    {
        var texts = IndexedText.Of(document).ToList();
        return new StockDocument(
            JudgedQueries.KeyOf(document),
            Joined(texts.Where(text => text.Field == TextField.Title)),
            Joined(texts.Where(text => text.Field != TextField.Title)),
            Joined(texts.Where(text => text.Field is TextField.Summary or TextField.Body)));
    }

    private static string Joined(IEnumerable<IndexedText> texts) => string.Join(" . ", texts.Select(text => text.Text));
}

/// <summary>A real search server with the english analyzer and folding, in a process of its own: the yardstick.</summary>
internal sealed class StockServer : IAsyncDisposable
{
    public const string Analyzer = "folded";
    public const string Title = "title";
    public const string Everything = "everything";
    public const string Prose = "prose";

    private const int Batch = 2000;

    private readonly TestSearchServer server;
    private readonly HttpClient client;

    private StockServer(TestSearchServer server)
    {
        this.server = server;
        client = new HttpClient { BaseAddress = server.Address };
    }

    /// <summary>The first of the servers that there are; null where there is none.</summary>
    public static async Task<StockServer?> StartAsync()
    {
        if (TestSearchServer.Available() is [var first, ..])
        {
            return new StockServer(await TestSearchServer.StartAsync(first));
        }

        Console.WriteLine($"{TestSearchServer.MissingBecause(TestSearchServer.Elasticsearch)} Only ours is shown.");
        return null;
    }

    public async Task FillAsync(IEnumerable<StockDocument> documents)
    {
        (await client.PutAsJsonAsync("stock", Index(Fields()))).EnsureSuccessStatusCode();
        foreach (var batch in documents.Chunk(Batch))
        {
            var lines = new StringBuilder();
            foreach (var document in batch)
            {
                lines.AppendLine(new JsonObject { ["index"] = new JsonObject { ["_id"] = document.Key } }.ToJsonString());
                lines.AppendLine(new JsonObject { [Title] = document.Title, [Everything] = document.Everything, [Prose] = document.Prose }.ToJsonString());
            }
            using var content = new StringContent(lines.ToString(), Encoding.UTF8, "application/x-ndjson");
            using var answer = await client.PostAsync(new Uri("stock/_bulk", UriKind.Relative), content);
            if (!answer.IsSuccessStatusCode || (await answer.Content.ReadFromJsonAsync<JsonObject>())!["errors"]!.GetValue<bool>())
            {
                throw new InvalidOperationException("The search server refused documents.");
            }
        }
        (await client.PostAsync(new Uri("stock/_refresh", UriKind.Relative), null)).EnsureSuccessStatusCode();
    }

    public IContender As(StockConfiguration configuration) => new Configured(client, configuration);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    /// <summary>The settings of an index with one shard and the english analyzer, which folds accents.</summary>
    public static JsonObject Index(JsonObject fields)
    {
        var index = (JsonObject)JsonNode.Parse("""
            {
              "settings": { "number_of_shards": 1, "number_of_replicas": 0, "analysis": {
                "filter": { "stops": { "type": "stop", "stopwords": "_english_" }, "possessive": { "type": "stemmer", "language": "possessive_english" }, "stems": { "type": "stemmer", "language": "english" } },
                "analyzer": { "folded": { "tokenizer": "standard", "filter": ["possessive", "lowercase", "asciifolding", "stops", "stems"] } } } }
            }
            """)!;
        index["mappings"] = new JsonObject { ["properties"] = fields };
        return index;
    }

    private static JsonObject Fields() =>
        new(new[] { Title, Everything, Prose }.Select(field => KeyValuePair.Create<string, JsonNode?>(field, new JsonObject { ["type"] = "text", ["analyzer"] = Analyzer })));

    private sealed class Configured(HttpClient client, StockConfiguration configuration) : IContender
    {
        public string Name => configuration.Name;

        public async Task<IReadOnlyList<string>> BestAsync(string text, int count)
        {
            using var answer = await client.PostAsJsonAsync("stock/_search", configuration.Query(text, count));
            answer.EnsureSuccessStatusCode();
            return [.. (await answer.Content.ReadFromJsonAsync<JsonObject>())!["hits"]!["hits"]!.AsArray().Select(hit => hit!["_id"]!.GetValue<string>())];
        }
    }
}
