using Microsoft.Extensions.Options;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Gateway.Sessions;

/// <summary>The one address under which the provider knows this site.</summary>
internal sealed class PublicOrigin(IOptions<OidcOptions> options, IOptions<IssuerOptions> issuer)
{
    private readonly string _origin = new Uri(options.Value.Origin ?? issuer.Value.Issuer).GetLeftPart(UriPartial.Authority);

    public string Callback => _origin + SessionsApi.CallbackPath;

    public string SignedOut => _origin + SessionsApi.SignedOutPath;

    public bool IsHere(HttpRequest request) => _origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    public string Absolute(string path) => _origin + path;
}
