using Microsoft.Extensions.Options;
using PfP.Identity.Provider.Scopes;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Provider.Clients;

/// <summary>Refuses to start with a client that could not work, or would not be safe.</summary>
internal sealed class ClientRules(IOptions<ProviderOptions> provider) : IValidateOptions<ClientsOptions>
{
    private const int ShortestSecret = 32;

    private readonly bool isPlainHttp = provider.Value.Issuer.StartsWith("http:", StringComparison.Ordinal);

    public ValidateOptionsResult Validate(string? name, ClientsOptions options)
    {
        var problems = options.Clients.SelectMany(client => Problems(client.Key, client.Value).Select(problem => $"Clients:{client.Key}: {problem}")).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(string id, ClientOptions client)
    {
        if (Guid.TryParse(id, out _))
        {
            yield return "as a machine's sub this id could be a member's.";
        }

        if ((client.Secret is null) == (client.SecretSha256 is null))
        {
            yield return "give either Secret or SecretSha256.";
        }
        else if (client.Secret is { Length: < ShortestSecret } || (client.SecretSha256 is { } hash && !IsSha256(hash)))
        {
            yield return $"Secret has {ShortestSecret} characters or more, SecretSha256 is 64 hexadecimal digits.";
        }

        var grants = client.Grants ?? [GrantTypes.AuthorizationCode, GrantTypes.RefreshToken];
        foreach (var unknown in grants.Except(GrantTypes.All).Concat((client.Scopes ?? []).Except(Scope.All)).Concat(client.Roles.Except([.. Roles.All, Roles.MailServer])))
        {
            yield return $"'{unknown}' is no grant, scope or role that exists.";
        }

        if (grants.Contains(GrantTypes.AuthorizationCode) && client.RedirectUris.Length == 0)
        {
            yield return "RedirectUris is empty.";
        }

        if (client.Roles.Length > 0 && grants.Contains(GrantTypes.AuthorizationCode))
        {
            yield return "Roles are for machines; people bring their own.";
        }

        foreach (var address in client.RedirectUris.Concat(client.PostLogoutRedirectUris).Where(address => !IsSafe(address)))
        {
            yield return $"{address} is no absolute https address without fragment and user name.";
        }

        if (client.BackChannelLogoutUri is { } logout && !IsWeb(logout))
        {
            yield return $"{logout} is no absolute address.";
        }
    }

    // Back-channel addresses may be plain HTTP, inside the system; what a browser is sent to may not, but on a developer's machine.
    private bool IsSafe(string address) =>
        IsWeb(address) && new Uri(address) is { UserInfo: "" } uri && !address.Contains('#', StringComparison.Ordinal)
        && (uri.Scheme == Uri.UriSchemeHttps || isPlainHttp || uri.IsLoopback);

    private static bool IsWeb(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    private static bool IsSha256(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigit);
}
