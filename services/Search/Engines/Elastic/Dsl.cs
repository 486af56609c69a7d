using System.Text.Json.Nodes;

namespace PfP.Search.Engines.Elastic;

/// <summary>The few kinds of query that are used. A node of JSON has one parent, so whoever uses one twice clones it.</summary>
internal static class Dsl
{
    public static JsonObject Everything => Of("match_all", []);

    public static JsonObject Nothing => Of("match_none", []);

    public static JsonObject Term(string field, JsonNode value) => Of("term", new() { [field] = value });

    public static JsonObject Terms(string field, IEnumerable<string> values) => Of("terms", new() { [field] = Array(values) });

    public static JsonObject Prefix(string field, string beginning) => Of("prefix", new() { [field] = beginning });

    public static JsonObject Exists(string field) => Of("exists", new() { ["field"] = field });

    /// <param name="comparison">gt, gte, lt or lte.</param>
    public static JsonObject Compare(string field, string comparison, long value) => Of("range", new() { [field] = new JsonObject { [comparison] = value } });

    public static JsonObject All(params IEnumerable<JsonObject> conditions) => Of("bool", new() { ["filter"] = new JsonArray([.. conditions]) });

    /// <summary>What meets all conditions and the query, scored by the query.</summary>
    public static JsonObject Scored(JsonObject query, IEnumerable<JsonObject> conditions) =>
        Of("bool", new() { ["must"] = new JsonArray(query), ["filter"] = new JsonArray([.. conditions]) });

    public static JsonObject Any(IEnumerable<JsonObject> conditions, int atLeast = 1) =>
        Of("bool", new() { ["should"] = new JsonArray([.. conditions]), ["minimum_should_match"] = atLeast });

    public static JsonObject Not(JsonObject condition) => Of("bool", new() { ["must_not"] = new JsonArray(condition) });

    /// <summary>The best of several scores.</summary>
    public static JsonObject Best(IReadOnlyList<JsonObject> queries, double weight = 1) => queries is [var only] && weight is 1
        ? only
        : Of("dis_max", new() { ["queries"] = new JsonArray([.. queries]), ["boost"] = weight });

    public static JsonObject Constant(JsonObject condition, double score) => Of("constant_score", new() { ["filter"] = condition, ["boost"] = score });

    public static JsonObject Of(string kind, JsonObject content) => new() { [kind] = content };

    public static JsonArray Array(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode)value)]);

    public static JsonObject Clone(this JsonObject node) => (JsonObject)node.DeepClone();
}
