using System.Net;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;

namespace PfP.Identity.Tests.Provider.Hosting;

/// <summary>What an endpoint that speaks JSON answered.</summary>
internal sealed record TokenAnswer(HttpStatusCode Status, JsonElement Body, string? CacheControl, string? Challenge)
{
    public bool IsGranted => Status == HttpStatusCode.OK;

    public string? Error => Text("error");

    public string AccessToken => Text("access_token") ?? throw new InvalidOperationException($"No access token: {Body}");

    public string RefreshToken => Text("refresh_token") ?? throw new InvalidOperationException($"No refresh token: {Body}");

    public string RawIdToken => Text("id_token") ?? throw new InvalidOperationException($"No ID token: {Body}");

    public JsonWebToken Access => new(AccessToken);

    public JsonWebToken IdToken => new(RawIdToken);

    public string Session => IdToken.GetPayloadValue<string>("sid");

    public static async Task<TokenAnswer> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var body = text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : default;
        return new(response.StatusCode, body, response.Headers.CacheControl?.ToString(), response.Headers.WwwAuthenticate.SingleOrDefault()?.ToString());
    }

    public string? Text(string name) => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(name, out var value) ? value.ToString() : null;
}
