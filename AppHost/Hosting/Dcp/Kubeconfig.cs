using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Aspire.Hosting.Dcp;

/// <summary>The file in which DCP writes where it listens and how to be trusted by it.</summary>
internal sealed record Kubeconfig(Uri Server, string Token, string CertificateAuthority)
{
    /// <summary>Null as long as the file is not written to its end.</summary>
    public static Kubeconfig? TryParse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries);
        return Value("server") is { } server && Value("token") is { } token && Value("certificate-authority-data") is { } authority
            ? new Kubeconfig(new Uri(server + "/"), token, Encoding.ASCII.GetString(Convert.FromBase64String(authority)))
            : null;

        string? Value(string key) => lines.FirstOrDefault(line => line.StartsWith($"{key}: ", StringComparison.Ordinal))?[(key.Length + 2)..];
    }

    /// <summary>DCP signs its own certificate, so that and nothing else is trusted.</summary>
    public HttpClient CreateHttpClient()
    {
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(X509Certificate2.CreateFromPem(CertificateAuthority));
        var handler = new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trust }, UseProxy = false };
        return new HttpClient(handler)
        {
            BaseAddress = Server,
            Timeout = Timeout.InfiniteTimeSpan, // watches and logs stay open
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Token) },
        };
    }
}
