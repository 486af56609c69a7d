using System.Security.Cryptography;
using System.Text;

namespace PfP.Identity.Provider.Clients;

/// <summary>A site that people sign in to, or a machine.</summary>
internal sealed record Client(string Id, ClientOptions Settings, string Issuer)
{
    private readonly byte[] secretHash = Settings.SecretSha256 is { } hash ? Convert.FromHexString(hash) : Hash(Settings.Secret!);

    public IReadOnlyList<string> Grants { get; } = Settings.Grants ?? [GrantTypes.AuthorizationCode, GrantTypes.RefreshToken];

    public IReadOnlyList<string> Scopes { get; } = Settings.Scopes ?? [Provider.Scopes.Scope.OpenId, Provider.Scopes.Scope.Profile];

    public string Audience { get; } = Settings.Audience ?? Issuer;

    public bool Knows(string secret) => CryptographicOperations.FixedTimeEquals(Hash(secret), secretHash);

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
