using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace PfP.Benchmarks.Identity;

/// <summary>Asks a provider's token endpoint over connections that are kept open.</summary>
internal sealed class TokenClient(ServerProcess server, int connections) : IDisposable
{
    private static readonly AuthenticationHeaderValue Machine = Registration.Basic(Registration.Machine);
    private static readonly AuthenticationHeaderValue Site = Registration.Basic(Registration.Site);

    private readonly Uri endpoint = new(server.Address, "/connect/token");
    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = connections, PooledConnectionLifetime = Timeout.InfiniteTimeSpan });

    public Task<(TimeSpan Time, TokenAnswer Answer)> MachineAsync() => AskAsync(Machine, [new("grant_type", "client_credentials")]);

    public Task<(TimeSpan Time, TokenAnswer Answer)> RefreshAsync(string token) =>
        AskAsync(Site, [new("grant_type", "refresh_token"), new("refresh_token", token)]);

    public Task<(TimeSpan Time, TokenAnswer Answer)> RedeemAsync(string code, string verifier) => AskAsync(
        Site, [new("grant_type", "authorization_code"), new("code", code), new("redirect_uri", Registration.RedirectUri), new("code_verifier", verifier)]);

    public void Dispose() => http.Dispose();

    // The time until the whole answer is here; reading its JSON is not timed.
    private async Task<(TimeSpan Time, TokenAnswer Answer)> AskAsync(AuthenticationHeaderValue client, KeyValuePair<string, string>[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Authorization = client;
        var started = Stopwatch.GetTimestamp();
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead);
        var time = Stopwatch.GetElapsedTime(started);
        return response.IsSuccessStatusCode
            ? (time, (await response.Content.ReadFromJsonAsync<TokenAnswer>())!)
            : throw new HttpRequestException($"{endpoint}: {await response.Content.ReadAsStringAsync()}", null, response.StatusCode);
    }
}
