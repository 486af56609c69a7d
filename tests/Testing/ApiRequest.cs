using System.Net.Http.Json;

namespace PfP.Testing;

/// <summary>A request as clients of our APIs send it.</summary>
public static class ApiRequest
{
    /// <param name="body">Sent as JSON, unless it is content already.</param>
    /// <param name="version">For If-Match.</param>
    /// <param name="key">For Idempotency-Key.</param>
    public static async Task<HttpResponseMessage> SendAsync(
        this HttpClient client, HttpMethod method, string path, object? body, int? version, string? key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body)) };
        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        }

        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        return await client.SendAsync(request, cancellationToken);
    }
}
