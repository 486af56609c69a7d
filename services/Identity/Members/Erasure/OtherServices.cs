using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using PfP.Identity.Provider.SigningKeys;
using PfP.Identity.Provider.Tokens;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Erasure;

/// <summary>Asks the other services what they hold of somebody, in that person's name.</summary>
internal sealed class OtherServices(IHttpClientFactory clients, KeyRingReader keys, TokenWriter writer, ILogger<OtherServices> logger)
{
    public static readonly IReadOnlyList<string> Names = ["catalogue", "calls", "search", "notifications"];

    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(1);

    /// <summary>By name; null for one that did not answer.</summary>
    public async Task<IReadOnlyDictionary<string, JsonNode?>> AskAsync(Guid accountId, CancellationToken cancellationToken)
    {
        // Without a role: it opens what is this person's alone, also when they are a member no more.
        var token = writer.Write(await keys.ReadAsync(cancellationToken), TokenTypes.Access, TokenLifetime, new()
        {
            [JwtRegisteredClaimNames.Sub] = accountId.ToString(),
            [JwtRegisteredClaimNames.Aud] = TokenAuthentication.Audience,
            [JwtRegisteredClaimNames.Jti] = Guid.NewGuid().ToString(),
        });
        var answers = await Task.WhenAll(Names.Select(name => AskAsync(name, token, cancellationToken)));
        return Names.Zip(answers).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private async Task<JsonNode?> AskAsync(string name, string token, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(name);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/{name}/own-data") { Headers = { Authorization = new("Bearer", token) } };
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            response.EnsureSuccessStatusCode();
            return await response.Content.ReadFromJsonAsync<JsonNode>(cancellationToken);
        }
        catch (HttpRequestException error)
        {
            logger.NotAnswered(error, name);
            return null;
        }
    }
}

internal static partial class OtherServicesLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Service} did not say what it holds of somebody who asked; the file says so.")]
    public static partial void NotAnswered(this ILogger logger, Exception error, string service);
}
