using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Clients;

/// <summary>The part of the catalogue's API that tells the secretariat which links lead nowhere.</summary>
internal sealed class DeadLinksClient(HttpClient http, ILogger<DeadLinksClient> logger)
{
    public Task<Answer<Page<EntryDeadLink>>> ListAsync(int page, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<EntryDeadLink>>($"/api/catalogue/dead-links?{ListPages.Query(page)}", logger, cancellationToken);

    /// <summary>Those of a country's Migration Profiles.</summary>
    public Task<Answer<IReadOnlyList<EntryDeadLink>>> OfProfilesAsync(string country, CancellationToken cancellationToken) =>
        http.ReadAsync<IReadOnlyList<EntryDeadLink>>($"/api/catalogue/dead-links/profiles?country={country}", logger, cancellationToken);
}
