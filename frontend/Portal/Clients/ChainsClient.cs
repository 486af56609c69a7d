using PfP.Contracts.Catalogue.Api;
using PfP.Design.Languages;

namespace PfP.Portal.Clients;

/// <summary>The part of the catalogue's API that knows what came out of what.</summary>
internal sealed class ChainsClient(HttpClient http, ILogger<ChainsClient> logger)
{
    private const string Root = "/api/catalogue/chains";

    /// <param name="list">The first part of the public path: practices, calls…</param>
    public Task<Answer<ChainResponse>> ChainAsync(string list, string slug, CancellationToken cancellationToken) =>
        http.ReadAsync<ChainResponse>($"{At(list, slug)}?lang={SiteLanguage.Current.Code}", logger, cancellationToken);

    /// <summary>For those who may change them, also those that were withdrawn.</summary>
    public Task<Answer<IReadOnlyList<OwnChainLink>>> LinksAsync(string list, string slug, CancellationToken cancellationToken) =>
        http.ReadAsync<IReadOnlyList<OwnChainLink>>($"{At(list, slug)}/links?lang={SiteLanguage.Current.Code}", logger, cancellationToken);

    /// <summary>Sent twice it adds one: its ends and its relation name it.</summary>
    public Task<Outcome> AddAsync(string list, string slug, NewChainLink link, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{At(list, slug)}/links", link, logger, cancellationToken);

    public Task<Outcome> WithdrawAsync(Guid id, int version, string reason, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{Root}/links/{id}/withdraw", new EntryReason(reason), logger, cancellationToken, version);

    public Task<Outcome> VerifyAsync(Guid id, int version, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{Root}/links/{id}/verify", null, logger, cancellationToken, version);

    private static string At(string list, string slug) => $"{Root}/{Uri.EscapeDataString(list)}/{Uri.EscapeDataString(slug)}";
}
