using Microsoft.Extensions.Options;
using PfP.ServiceDefaults.Http;

namespace PfP.ServiceDefaults.Authentication;

/// <summary>
/// The way to the provider that does not lead through the public origin: an address under the issuer goes to the service
/// <c>identity</c> where service discovery knows one. Any other provider is asked where it says it is.
/// </summary>
internal sealed class IssuerChannel(ServiceEndpoints endpoints, IOptions<IssuerOptions> options) : DelegatingHandler
{
    private const string Service = "identity";

    private readonly Uri issuer = new(options.Value.Issuer);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.RequestUri is { } asked && endpoints.Knows(Service) && Uri.Compare(asked, issuer, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0)
        {
            request.RequestUri = new(endpoints.Next(Service), asked.PathAndQuery);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
