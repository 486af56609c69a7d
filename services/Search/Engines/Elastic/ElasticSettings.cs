using System.Data.Common;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PfP.Search.Engines.Elastic;

/// <summary>What the connection string <c>elasticsearch</c> says; README.md in this folder describes it.</summary>
/// <param name="Authority">Who must have signed the servers' certificates, where it is not one that the machine trusts.</param>
/// <param name="Prefix">How the names of all indices and aliases begin.</param>
/// <param name="Patience">How long somebody who searches waits for the server.</param>
internal sealed record ElasticSettings(
    IReadOnlyList<Uri> Nodes, AuthenticationHeaderValue? Authorization, X509Certificate2Collection? Authority, string Prefix, TimeSpan Patience)
{
    private const string DefaultPrefix = "pfp";

    /// <summary>With what else there is to do, a reader hears within two seconds that there is no answer.</summary>
    private const string DefaultMilliseconds = "1600";

    public static ElasticSettings Parse(string connectionString)
    {
        var values = connectionString.Contains("Endpoints=", StringComparison.OrdinalIgnoreCase)
            ? new DbConnectionStringBuilder { ConnectionString = connectionString }
            : new DbConnectionStringBuilder { ["Endpoints"] = connectionString };
        Uri[] nodes = [.. (Value("Endpoints") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Node)];
        if (nodes.Length == 0)
        {
            throw new FormatException("The connection string elasticsearch names no address.");
        }
        return new(nodes, Authenticated(Value("ApiKey"), Value("Username"), Value("Password"), nodes[0].UserInfo), Certificates(Value("CertificateAuthority")), Value("Prefix") ?? DefaultPrefix,
            TimeSpan.FromMilliseconds(int.Parse(Value("Timeout") ?? DefaultMilliseconds, CultureInfo.InvariantCulture)));

        string? Value(string name) => values.TryGetValue(name, out var value) ? value.ToString() : null;
    }

    private static Uri Node(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var node) && node.Scheme is "http" or "https" ? node : throw new FormatException("The connection string elasticsearch must hold addresses as https://host:9200.");

    private static AuthenticationHeaderValue? Authenticated(string? key, string? user, string? password, string userInfo) => (key, user, userInfo) switch
    {
        ({ } apiKey, _, _) => new("ApiKey", apiKey),
        (_, { } name, _) => Basic($"{name}:{password}"),
        (_, _, { Length: > 0 } info) => Basic(Uri.UnescapeDataString(info)),
        _ => null,
    };

    private static AuthenticationHeaderValue Basic(string userAndPassword) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(userAndPassword)));

    private static X509Certificate2Collection? Certificates(string? file)
    {
        if (file is null)
        {
            return null;
        }
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPemFile(file);
        return certificates;
    }
}
