namespace PfP.Gateway.Clients;

/// <summary>
/// Headers by which a client could claim an address, an identity, another path or method, or a trace. Nobody outside may:
/// they are dropped before anything reads them, and the proxy writes its own X-Forwarded-*.
/// </summary>
internal static class UntrustedHeaders
{
    private static readonly string[] Prefixes = ["x-forwarded-", "x-user-", "x-original-", "x-rewrite-", "x-auth-", "x-ms-"];

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "baggage", "cf-connecting-ip", "correlation-context", "fastly-client-ip", "forwarded", "http2-settings", "proxy", "request-id",
        "traceparent", "tracestate", "true-client-ip", "upgrade", "x-client-ip", "x-cluster-client-ip", "x-http-method",
        "x-http-method-override", "x-method-override", "x-real-ip",
    };

    public static void Remove(IHeaderDictionary headers)
    {
        List<string>? untrusted = null;
        foreach (var (name, _) in headers)
        {
            if (IsUntrusted(name))
            {
                (untrusted ??= []).Add(name);
            }
        }

        foreach (var name in untrusted ?? [])
        {
            headers.Remove(name);
        }
    }

    private static bool IsUntrusted(string name)
    {
        // Some servers behind read X_User_Id as X-User-Id.
        var canonical = name.Contains('_') ? name.Replace('_', '-') : name;
        return Names.Contains(canonical) || Array.Exists(Prefixes, prefix => canonical.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
    }
}
