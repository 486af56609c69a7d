using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Clients;

/// <summary>The part of the catalogue's API through which the secretariat says whom it trusts.</summary>
internal sealed class TrustClient(HttpClient http, ILogger<TrustClient> logger)
{
    private const string Root = "/api/catalogue/trusted-owners";

    public Task<Answer<IReadOnlyList<TrustedOwnerResponse>>> ListAsync(CancellationToken cancellationToken) =>
        http.ReadAsync<IReadOnlyList<TrustedOwnerResponse>>(Root, logger, cancellationToken);

    public Task<Outcome> TrustAsync(string owner, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Put, $"{Root}/{Uri.EscapeDataString(owner)}", null, logger, cancellationToken);

    public Task<Outcome> EndAsync(string owner, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Delete, $"{Root}/{Uri.EscapeDataString(owner)}", null, logger, cancellationToken);
}
