using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PfP.Benchmarks.Relevance;
using PfP.Contracts.Catalogue;
using PfP.Search.Engines.Elastic;
using PfP.Search.Geo;
using PfP.Search.Indexing;
using PfP.Search.Text;
using PfP.Vocabularies;

namespace PfP.Benchmarks.Search;

/// <summary>
/// A search server asked directly, as an application that used it alone would: its own analyzer, and one request for hits, exact total,
/// facets and highlights. Places and facets are in the fields that our own index has, so that the same conditions narrow both.
/// </summary>
internal sealed class RawContender : Contender
{
    private const string Index = "raw";
    private const int Batch = 2000;

    private RawContender(string name, Uri server)
        : base(name, server)
    {
    }

    public static async Task<RawContender> FillAsync(string name, Uri server, IEnumerable<EntryPublished> entries)
    {
        using var client = new HttpClient { BaseAddress = server };
        (await client.PutAsJsonAsync(Index, StockServer.Index(Fields()))).EnsureSuccessStatusCode();
        foreach (var batch in entries.Select(DocumentFactory.From).Chunk(Batch))
        {
            var lines = new StringBuilder();
            foreach (var document in batch)
            {
                lines.AppendLine("""{"index":{}}""").AppendLine(SourceOf(document).ToJsonString());
            }

            using var content = new StringContent(lines.ToString(), Encoding.UTF8, "application/x-ndjson");
            using var answer = await client.PostAsync(new Uri($"{Index}/_bulk", UriKind.Relative), content);
            if ((await answer.Content.ReadFromJsonAsync<JsonObject>())!["errors"]!.GetValue<bool>())
            {
                throw new InvalidOperationException($"{name} refused documents.");
            }
        }

        (await client.PostAsync(new Uri($"{Index}/_refresh", UriKind.Relative), null)).EnsureSuccessStatusCode();
        return new(name, server);
    }

    protected override HttpRequestMessage Request(BenchmarkQuery query) => new(HttpMethod.Post, $"/{Index}/_search") { Content = JsonContent.Create(RawQuery.Of(query)) };

    protected override int TotalOf(JsonElement answer) => answer.GetProperty("hits").GetProperty("total").GetProperty("value").GetInt32();

    protected override ValueTask StopAsync() => ValueTask.CompletedTask;

    private static JsonObject Fields()
    {
        var fields = new JsonObject
        {
            [IndexLayout.Standing] = Type("keyword"),
            [IndexLayout.Places] = Type("geo_point"),
            [IndexLayout.Newest] = Type("integer"),
            ["facet"] = new JsonObject { ["properties"] = new JsonObject(Facets.All.Select(facet => KeyValuePair.Create<string, JsonNode?>(facet.Name(), Type("keyword")))) },
            ["shown"] = new JsonObject { ["type"] = "object", ["enabled"] = false },
        };
        foreach (var text in RawQuery.Texts)
        {
            fields[text] = new JsonObject { ["type"] = "text", ["analyzer"] = StockServer.Analyzer };
        }

        return fields;
    }

    private static JsonObject SourceOf(SearchDocument document)
    {
        var text = document.Texts["en"];
        var source = new JsonObject
        {
            ["title"] = text.Title,
            ["summary"] = text.Summary,
            ["body"] = text.Body,
            ["labels"] = string.Join(" . ", IndexedText.Of(document).Where(label => label.Field == TextField.Labels).Select(label => label.Text)),
            [IndexLayout.Newest] = document.Newest,
            ["facet"] = new JsonObject(Facets.Of(document).GroupBy(value => value.Facet)
                .Select(facet => KeyValuePair.Create<string, JsonNode?>(facet.Key.Name(), Dsl.Array(facet.Select(value => value.Value))))),
            ["shown"] = new JsonObject { ["slug"] = document.Slug, ["url"] = document.Url, ["organisations"] = Dsl.Array(document.Organisations.Select(organisation => organisation.Name)) },
        };
        source[document.Places.Count > 0 ? IndexLayout.Places : IndexLayout.Standing] = document.Places.Count > 0
            ? new JsonArray([.. document.Places.Select(place => FilterQueries.Point(place.Latitude, place.Longitude))])
            : Dsl.Array(Geography.CountriesStandingFor(document).Select(number => Countries.All[number].Code));
        return source;
    }

    private static JsonObject Type(string type) => new() { ["type"] = type };
}
