using System.Text.Json.Nodes;

namespace PfP.Benchmarks.Relevance;

/// <summary>A way in which a search server is commonly asked: multi_match over the title, doubled, and one body field.</summary>
/// <param name="Body">The field with everything our index holds, or the one with the prose only.</param>
internal sealed record StockConfiguration(string Name, string Type, string Body, bool Fuzzy, double? TieBreaker, int TitleBoost)
{
    public static IEnumerable<StockConfiguration> All(int titleBoost = 2) =>
        from body in new[] { StockServer.Everything, StockServer.Prose }
        from configuration in new[]
        {
            new StockConfiguration("best_fields", "best_fields", body, false, 0.3, titleBoost),
            new StockConfiguration("cross_fields", "cross_fields", body, false, null, titleBoost),
            new StockConfiguration("most_fields", "most_fields", body, false, null, titleBoost),
            new StockConfiguration("most_fields fuzzy", "most_fields", body, true, null, titleBoost),
        }
        select configuration with { Name = $"{configuration.Name} {body}{(titleBoost == 2 ? "" : $" title^{titleBoost}")}" };

    public JsonObject Query(string text, int count)
    {
        var match = new JsonObject { ["query"] = text, ["type"] = Type, ["fields"] = new JsonArray($"{StockServer.Title}^{TitleBoost}", Body) };
        if (TieBreaker is { } tie)
        {
            match["tie_breaker"] = tie;
        }
        if (Fuzzy)
        {
            match["fuzziness"] = "AUTO";
            match["prefix_length"] = 1;
        }
        return new JsonObject { ["size"] = count, ["_source"] = false, ["query"] = new JsonObject { ["multi_match"] = match } };
    }
}
