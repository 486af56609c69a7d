using System.Net.Http.Json;
using System.Text;
using PfP.ServiceDefaults.Authentication;
using PfP.Testing;

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

    /// <param name="body">A string is sent as CSV.</param>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, int? version = null, string? key = null) =>
        client.SendAsync(method, $"/api/members/{path}", body is string csv ? new StringContent(csv, Encoding.UTF8, "text/csv") : body, version, key, Cancellation);

    public void Dispose() => client.Dispose();
}
