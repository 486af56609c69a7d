using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aspire.Hosting.Dcp;

/// <summary>DCP's HTTP API: services (ports), executables (processes), their logs and the shutdown.</summary>
internal sealed class DcpClient(HttpClient http) : IDisposable
{
    public const string ApiVersion = "usvc-dev.developer.microsoft.com/v1";
    private const string Root = $"apis/{ApiVersion}/";
    private const string ServiceProducer = "service-producer";
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(50);
    private static readonly MediaTypeHeaderValue s_mergePatch = new("application/merge-patch+json");
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Reserves a port and answers which one; DCP forwards it to the processes that serve it.</summary>
    public async Task<int> CreateServiceAsync(string name, int port, CancellationToken cancellationToken)
    {
        await CreateAsync("services", new DcpObject<DcpService, DcpServiceStatus>(new DcpMetadata(name), new DcpService(port)) { Kind = "Service" }, cancellationToken);
        while (true)
        {
            var service = await http.GetFromJsonAsync<DcpObject<DcpService, DcpServiceStatus>>($"{Root}services/{name}", s_json, cancellationToken);
            if (service?.Status?.EffectivePort is > 0 and var effective)
            {
                return effective;
            }

            await Task.Delay(s_poll, cancellationToken);
        }
    }

    /// <summary>Starts a process and answers the uid of the object that stands for it.</summary>
    public async Task<string?> StartExecutableAsync(string name, DcpExecutable executable, IReadOnlyList<DcpServiceProducer> serves, CancellationToken cancellationToken)
    {
        var annotations = serves.Count == 0 ? null : new Dictionary<string, string> { [ServiceProducer] = JsonSerializer.Serialize(serves, s_json) };
        var created = new DcpObject<DcpExecutable, DcpExecutableStatus>(new DcpMetadata(name, annotations), executable) { Kind = "Executable" };
        return (await CreateAsync("executables", created, cancellationToken))?.Metadata.Uid;
    }

    public Task StopExecutableAsync(string name, CancellationToken cancellationToken) =>
        PatchAsync($"{Root}executables/{name}", """{"spec":{"stop":true}}""", cancellationToken);

    /// <summary>Removes the executable, stopping its process first, and waits until it is gone. A stopped one can only be started by making it anew.</summary>
    public async Task DeleteExecutableAsync(string name, CancellationToken cancellationToken)
    {
        for (var method = HttpMethod.Delete; ; method = HttpMethod.Get)
        {
            using var request = new HttpRequestMessage(method, $"{Root}executables/{name}");
            using var response = await http.SendAsync(request, cancellationToken);
            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                return;
            }

            await RequireSuccessAsync(response, cancellationToken);
            await Task.Delay(s_poll, cancellationToken);
        }
    }

    /// <summary>Changes of executables, those that exist first, until the connection ends.</summary>
    public async IAsyncEnumerable<DcpWatchEvent> WatchExecutablesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(await http.GetStreamAsync($"{Root}executables?watch=true", cancellationToken));
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            yield return JsonSerializer.Deserialize<DcpWatchEvent>(line, s_json)!;
        }
    }

    /// <summary>What the process writes, line by line with a timestamp before each, until the executable is removed.</summary>
    public async IAsyncEnumerable<string> ReadLogAsync(string executable, string source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var address = $"{Root}executables/{executable}/log?source={source}&follow=true&timestamps=true";
        using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await RequireSuccessAsync(response, cancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            yield return line;
        }
    }

    /// <summary>Ends every process that still runs, then DCP itself.</summary>
    public async Task ShutDownAsync(CancellationToken cancellationToken)
    {
        await PatchAsync("admin/execution", """{"status":"CleaningResources","shutdownResourceCleanup":"Full"}""", cancellationToken);
        while ((await http.GetFromJsonAsync<ExecutionStatus>("admin/execution", s_json, cancellationToken))?.Status == "CleaningResources")
        {
            await Task.Delay(s_poll, cancellationToken);
        }

        await PatchAsync("admin/execution", """{"status":"Stopping","shutdownResourceCleanup":"Full"}""", cancellationToken);
    }

    public void Dispose() => http.Dispose();

    private async Task<T?> CreateAsync<T>(string collection, T body, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(Root + collection, body, s_json, cancellationToken);
        await RequireSuccessAsync(response, cancellationToken);
        return await response.Content.ReadFromJsonAsync<T>(s_json, cancellationToken);
    }

    private async Task PatchAsync(string address, string body, CancellationToken cancellationToken)
    {
        using var content = new StringContent(body, s_mergePatch);
        using var response = await http.PatchAsync(address, content, cancellationToken);
        await RequireSuccessAsync(response, cancellationToken);
    }

    private static async Task RequireSuccessAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            var request = response.RequestMessage!;
            var answer = await response.Content.ReadAsStringAsync(cancellationToken);
            throw new DistributedApplicationException($"The orchestrator refused {request.Method} {request.RequestUri?.AbsolutePath}: {(int)response.StatusCode} {answer}");
        }
    }

    private sealed record ExecutionStatus(string? Status);
}
