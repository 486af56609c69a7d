using System.Net.Http.Json;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Tests.Hosting;

/// <summary>Calls of the API with an access token.</summary>
internal sealed class Desk : IDisposable
{
    private readonly HttpClient client;

    public Desk(IdentityHost host, string? role = Roles.Moderator, string? entity = null, Guid? member = null)
    {
        client = host.CreateClient(new() { AllowAutoRedirect = false });
        if (role is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", host.Issuer.AccessToken(member, role.Length == 0 ? [] : [role], entity, draft =>
            {
                var now = host.Clock.GetUtcNow().ToUnixTimeSeconds();
                (draft.Payload["iat"], draft.Payload["exp"]) = (now, now + 300);
            }));
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="path">Below /api/members/.</param>
    public async Task<T> ReadAsync<T>(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        return (await response.Content.ReadFromJsonAsync<T>(Cancellation))!;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, int? version = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/members/{path}", UriKind.Relative));
        request.Content = body switch { null => null, string csv => new StringContent(csv, System.Text.Encoding.UTF8, "text/csv"), _ => JsonContent.Create(body) };
        if (version is { } match)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{match}\"");
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await client.SendAsync(request, Cancellation);
    }

    public void Dispose() => client.Dispose();
}
