using Microsoft.Extensions.Options;

namespace PfP.Identity.Provider.SigningKeys;

/// <summary>The JWK set (RFC 7517).</summary>
internal static class PublishedKeys
{
    public static async Task<IResult> HandleAsync(
        KeyRingReader keys, TimeProvider clock, IOptions<ProviderOptions> options, HttpContext http, CancellationToken cancellationToken)
    {
        var ring = await keys.ReadAsync(cancellationToken);
        http.Response.Headers.CacheControl = "public, max-age=300";
        var published = ring.PublishedAt(clock.GetUtcNow(), options.Value.TokenLifetime).Select(key => key.ToPublic());
        return TypedResults.Json(new { keys = published.Select(key => new { key.Kty, key.Use, key.Alg, key.Kid, key.N, key.E }) });
    }
}
