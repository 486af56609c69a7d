using System.Text.Json;

namespace PfP.EndToEnd;

/// <summary>What the dashboard knows of traces.</summary>
internal static class Traces
{
    /// <summary>The spans, as <c>service: name</c>, of the first trace that holds them all, or none.</summary>
    public static async Task<IReadOnlyList<string>> WithAsync(RunningSystem system, params string[] wanted)
    {
        using var told = JsonDocument.Parse(await system.TelemetryAsync("spans"));
        var spans = told.RootElement.GetProperty("data").GetProperty("resourceSpans").EnumerateArray()
            .SelectMany(resource => resource.GetProperty("scopeSpans").EnumerateArray()
                .SelectMany(scope => scope.GetProperty("spans").EnumerateArray())
                .Select(span => (Trace: span.GetProperty("traceId").GetString(), Name: $"{Service(resource)}: {span.GetProperty("name").GetString()}")));
        var traces = spans.GroupBy(span => span.Trace, span => span.Name).Select(trace => trace.ToList());
        return traces.FirstOrDefault(trace => wanted.All(trace.Contains)) ?? [];
    }

    private static string? Service(JsonElement resource) => resource.GetProperty("resource").GetProperty("attributes").EnumerateArray()
        .First(attribute => attribute.GetProperty("key").GetString() == "service.name").GetProperty("value").GetProperty("stringValue").GetString();
}
