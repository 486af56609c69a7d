using System.Text.Json;

namespace PfP.Portal.Clients;

/// <summary>What a service says is wrong with a request, out of its ProblemDetails.</summary>
internal static class ProblemReader
{
    /// <summary>Each field with its message; one without a field where the problem names none.</summary>
    public static async Task<IReadOnlyList<(string Field, string Message)>> ReadProblemsAsync(this HttpContent content, CancellationToken cancellationToken)
    {
        var problem = await content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        if (problem.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Object)
        {
            return [.. errors.EnumerateObject().SelectMany(field => field.Value.EnumerateArray().Select(message => (field.Name, message.GetString() ?? "")))];
        }

        return [("", problem.TextOf("detail") ?? problem.TextOf("title") ?? "")];
    }

    public static string? TextOf(this JsonElement problem, string name) =>
        problem.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
