using System.Text.Json.Nodes;
using PfP.Search.Indexing;

namespace PfP.Search.Engines.Elastic;

/// <summary>
/// The fields of an index. What a text is found by are terms that this service has made already, so the server's analysers only part them
/// at spaces and every server finds the same. Only what Elasticsearch 7.10 to 9 and OpenSearch share.
/// </summary>
internal static class IndexLayout
{
    /// <summary>Raised when fields or their analysis change in a way that old indices do not have: they are then built anew by replay.</summary>
    public const int Shape = 2;

    /// <summary>Terms in their order, each text apart from the next.</summary>
    public const string Words = "words";

    /// <summary>Terms, each as often as it weighs.</summary>
    public const string Weights = "weights";

    public const string TitleWords = "title_words";
    public const string Live = "live";
    public const string Id = "id";
    public const string Version = "version";
    public const string Sequence = "sequence";
    public const string Writer = "writer";
    public const string Replayed = "replayed";
    public const string Year = "year";
    public const string Published = "published";
    public const string Newest = "newest";
    public const string Slug = "slug";

    /// <summary>Countries whose shapes stand for an entry without places.</summary>
    public const string Standing = "standing";

    public const string Places = "places";
    public const string CallState = "call_state";
    public const string Opens = "opens";
    public const string Closes = "closes";

    /// <summary>The whole document as it came, not searched in.</summary>
    public const string Document = "document";

    public static readonly string[] Languages = ["en", "fr", "es"];

    /// <summary>How many terms one unit of weight makes. The server's saturation is set for the same curve as <see cref="Embedded.Relevance.Impact"/>.</summary>
    public const float TermsPerWeight = 3;

    private const float Saturation = Embedded.Relevance.Saturation * TermsPerWeight;

    public static string FieldOf(Facet facet) => $"facet.{facet.Name()}";

    public static string TitleOrder(string language) => $"title_order.{language}";

    public static string FirstWord(string language) => $"first_word.{language}";

    public static string TitleLength(string language) => $"title_length.{language}";

    public static JsonObject Create(string alias) => new()
    {
        ["aliases"] = new JsonObject { [alias] = new JsonObject() },
        ["settings"] = new JsonObject
        {
            // One shard: counts are exact, and a catalogue is far below what one can hold. Copies on as many other nodes as there are, up to two.
            ["number_of_shards"] = 1,
            ["auto_expand_replicas"] = "0-2",
            ["refresh_interval"] = "1s",
            ["similarity"] = new JsonObject { [Weights] = new JsonObject { ["type"] = "BM25", ["k1"] = Saturation, ["b"] = 0 } },
        },
        ["mappings"] = new JsonObject
        {
            ["dynamic"] = "strict",
            ["_meta"] = new JsonObject { ["shape"] = Shape },
            // What only the index needs is not stored a second time.
            ["_source"] = new JsonObject { ["includes"] = Dsl.Array([Document, Replayed, Live]) },
            ["properties"] = Fields(),
        },
    };

    private static JsonObject Fields() => new()
    {
        [Words] = new JsonObject { ["type"] = "text", ["analyzer"] = "whitespace", ["norms"] = false, ["index_options"] = "positions", ["position_increment_gap"] = 100 },
        [Weights] = new JsonObject { ["type"] = "text", ["analyzer"] = "whitespace", ["norms"] = false, ["index_options"] = "freqs", ["similarity"] = Weights },
        [TitleWords] = Type("keyword"),
        [Live] = Type("boolean"),
        [Id] = Type("keyword"),
        [Version] = Type("integer"),
        [Sequence] = Type("long"),
        [Writer] = Type("keyword"),
        [Replayed] = Type("keyword"),
        [Year] = Type("integer"),
        [Published] = Type("integer"),
        [Newest] = Type("integer"),
        [Slug] = Type("keyword"),
        [Standing] = Type("keyword"),
        [Places] = Type("geo_point"),
        [CallState] = Type("keyword"),
        [Opens] = Type("long"),
        [Closes] = Type("long"),
        [Document] = new JsonObject { ["type"] = "object", ["enabled"] = false },
        ["facet"] = Group(Facets.All.Where(facet => facet != Facet.CallStatus).Select(facet => facet.Name()), "keyword"),
        ["title_order"] = Group(Languages, "keyword"),
        ["first_word"] = Group(Languages, "keyword"),
        ["title_length"] = Group(Languages, "integer"),
    };

    private static JsonObject Group(IEnumerable<string> names, string type) =>
        new() { ["properties"] = new JsonObject(names.Select(name => new KeyValuePair<string, JsonNode?>(name, Type(type)))) };

    private static JsonObject Type(string type) => new() { ["type"] = type };
}
