namespace PfP.Gateway.Sessions;

/// <summary>
/// Whether one of our own pages sent a request. Browsers say where a request comes from in Sec-Fetch-Site, or at least in Origin, and
/// no page can change either; a request with a session that says neither comes from no browser we know, and is refused.
/// </summary>
internal static class SameOrigin
{
    private const string Site = "Sec-Fetch-Site";

    public static bool Sent(HttpRequest request) => request.Headers[Site].ToString() switch
    {
        "same-origin" => true,
        "" => request.Headers.Origin.ToString().Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
