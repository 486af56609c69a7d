using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using Polly;
using Polly.CircuitBreaker;

namespace PfP.Search.Engines.Elastic;

/// <summary>
/// Speaks JSON with a cluster. What readers wait for is given up early, and after repeated failures not tried for a moment; what writes has
/// patience. Either goes on to the next address where one does not answer.
/// </summary>
internal sealed class ElasticClient : IDisposable
{
    private static readonly TimeSpan Connecting = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Looking = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Writing = TimeSpan.FromSeconds(60);

    private readonly TimeSpan reading;
    private readonly HttpClient http;
    private readonly ElasticNodes nodes;
    private readonly AuthenticationHeaderValue? authorization;

    private readonly ResiliencePipeline breaker = new ResiliencePipelineBuilder().AddCircuitBreaker(new CircuitBreakerStrategyOptions
    {
        FailureRatio = 0.5,
        MinimumThroughput = 4,
        SamplingDuration = TimeSpan.FromSeconds(10),
        BreakDuration = TimeSpan.FromSeconds(2),
        ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is EngineUnavailableException),
    }).Build();

    public ElasticClient(ElasticSettings settings)
    {
        nodes = new(settings.Nodes);
        reading = settings.Patience;
        authorization = settings.Authorization;
        http = new(Handler(settings.Authority)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Whether the last request that was answered or given up got an answer.</summary>
    public bool IsAnswering { get; private set; } = true;

    /// <summary>Asks what somebody waits for.</summary>
    public async Task<JsonElement> ReadAsync(HttpMethod method, string path, byte[]? body, CancellationToken cancellationToken)
    {
        try
        {
            // Of several nodes, one that is slow leaves time for another.
            return await breaker.ExecuteAsync(async token => await SendAsync(method, path, body, reading, nodes.Count > 1 ? reading / 2 : reading, token), cancellationToken);
        }
        catch (ElasticException missing) when (missing.Status == HttpStatusCode.NotFound)
        {
            throw new EngineUnavailableException("The index is gone and is being built anew.", missing);
        }
        catch (BrokenCircuitException broken)
        {
            throw new EngineUnavailableException("Elasticsearch has not answered lately and is given a moment.", broken);
        }
    }

    public Task<JsonElement> ReadAsync(string path, JsonNode body, CancellationToken cancellationToken) =>
        ReadAsync(HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(body), cancellationToken);

    /// <summary>Asks what is answered at once by a server that is well, and what nobody waits for.</summary>
    public Task<JsonElement> LookAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken) =>
        SendAsync(method, path, body is null ? null : JsonSerializer.SerializeToUtf8Bytes(body), Looking, Looking, cancellationToken);

    /// <summary>Does what may take longer and what nobody waits for.</summary>
    public Task<JsonElement> WriteAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken) =>
        SendAsync(method, path, body is null ? null : JsonSerializer.SerializeToUtf8Bytes(body), Writing, Writing, cancellationToken);

    public Task<JsonElement> BulkAsync(string path, byte[] lines, CancellationToken cancellationToken) => SendAsync(HttpMethod.Post, path, lines, Writing, Writing, cancellationToken);

    public void Dispose() => http.Dispose();

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, byte[]? body, TimeSpan total, TimeSpan attempt, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        Exception? last = null;
        foreach (var node in nodes.InOrder())
        {
            var left = total - TimeProvider.System.GetElapsedTime(began);
            if (left <= TimeSpan.Zero)
            {
                break;
            }
            try
            {
                var answer = await SendToAsync(node, method, path, body, left < attempt ? left : attempt, cancellationToken);
                nodes.Answered(node);
                IsAnswering = true;
                return answer;
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested && failure is HttpRequestException or OperationCanceledException or IOException or JsonException)
            {
                nodes.Failed(node);
                last = failure;
            }
        }
        IsAnswering = false;
        throw new EngineUnavailableException($"Elasticsearch does not answer: {last?.Message}", last);
    }

    private async Task<JsonElement> SendToAsync(Uri node, HttpMethod method, string path, byte[]? body, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(patience);
        using var request = new HttpRequestMessage(method, new Uri(node, path));
        request.Headers.Authorization = authorization;
        request.Headers.Accept.Add(new("application/json"));
        if (body is not null)
        {
            // Both kinds of body are sent as what they are: several requests at once as lines.
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new(path.Contains("/_bulk", StringComparison.Ordinal) || path.Contains("/_msearch", StringComparison.Ordinal) ? "application/x-ndjson" : "application/json") } };
        }
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
        // The node is there but cannot: another may, or the same one later.
        if (response.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout or HttpStatusCode.TooManyRequests)
        {
            throw new HttpRequestException($"status {(int)response.StatusCode}", null, response.StatusCode);
        }
        await using var stream = await response.Content.ReadAsStreamAsync(timeout.Token);
        if (response.StatusCode == HttpStatusCode.RequestEntityTooLarge)
        {
            throw new ElasticException(response.StatusCode, "too large");
        }
        var answer = await JsonSerializer.DeserializeAsync<JsonElement>(stream, cancellationToken: timeout.Token);
        return response.IsSuccessStatusCode ? answer : throw new ElasticException(response.StatusCode, ElasticJson.Reason(answer));
    }

    private static SocketsHttpHandler Handler(X509Certificate2Collection? authority)
    {
        // Not compressed: the cluster is near, and packing an answer takes longer than sending it.
        var handler = new SocketsHttpHandler { ConnectTimeout = Connecting, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        if (authority is not null)
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.AddRange(authority);
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        }
        return handler;
    }
}
